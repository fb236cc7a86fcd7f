import { type CheckpointName, isEnd, type StepName } from './acts.ts'
import { isRelink, shown, startOf } from './model.ts'
import type { Path } from './paths.ts'

/** Who must sign in, and at which provider, for a path to happen. */
export interface Script {
  /** The persona's script. */
  readonly steps: string
  /** The provider and method of the shown intent. */
  readonly method: { readonly provider: string; readonly method: string }
  /** The script of the persona whose account must exist before; `undefined` for none. */
  readonly owner: string | undefined
  /** The step of an intent before the reload. */
  readonly resumed: StepName
}

const words: Readonly<Record<CheckpointName, string | undefined>> = {
  otp: 'otp',
  two_factor: '2fa-sms',
  otp_or_in_app: 'otp-or-in-app',
  in_app: 'in-app',
  show: 'show-code',
  captcha: 'captcha',
  phone: 'phone',
  contract: 'contract',
  challenge: 'challenge',
  loading: 'loading',
  // The provider asks for a pause, so the intent stays at `loading`.
  loading_on: 'loading+rate-limited',
  unsupported: 'novel',
  // The method itself raises these.
  qr: undefined,
  consent: undefined,
}

/** Derives the persona from the whole path, because its script is fixed at the start. */
export function scriptOf({ opening, steps }: Path): Script {
  const asked: string[] = []
  let end: StepName | undefined
  let resumed: StepName | undefined
  let method: Script['method'] | undefined
  let before = undefined as (typeof steps)[number]['state'] | undefined
  for (const [index, { act, state }] of steps.entries()) {
    const from = before && shown(before.flow)
    const acting = before?.flow.context.acting
    if (act.type === 'refused' && act.code === 'checkpoint_passed' && from) {
      const word = words[hiddenMove({ opening, steps }, index, from)]
      if (word && from !== 'challenge' && from !== 'consent') asked.push(word)
    }
    if ((act.type === 'responded' && 'to' in act) || act.type === 'pushed') {
      if (act.type === 'responded' && act.call === 'resuming') resumed ??= act.to
      method ??= methodAt(state) ?? startOf(act.to)
      const isChosen = acting === 'challenge.request' && act.type === 'responded' && act.call === 'acting'
      if (isEnd(act.to)) end = act.to
      else if (act.to !== from && !isChosen && from !== 'challenge' && !before?.behind) {
        const word = words[act.to]
        if (word && method.provider !== 'google') asked.push(word)
      }
    }
    before = state
  }
  const person = [...asked, ...(end ? (endWords[end] ?? []) : [])].join('+') || 'plain'
  return {
    steps: person,
    method: method ?? startOf('otp'),
    owner: ownerOf(isRelink(steps[0]?.state.flow ?? missing()), end, person),
    resumed: resumed ?? 'otp',
  }
}

const endWords: Partial<Record<StepName, string[]>> = {
  duplicate_hidden: ['duplicate'],
  restricted: ['restricted'],
  mismatch: ['mismatch'],
}

function ownerOf(relinks: boolean, end: StepName | undefined, person: string): string | undefined {
  if (end === 'duplicate_own' || end === 'relinked') return person
  return relinks ? 'plain' : undefined
}

function methodAt({ flow }: Path['steps'][number]['state']): Script['method'] | undefined {
  const { intent } = flow.context
  return intent && { provider: intent.provider, method: intent.method }
}

function missing(): never {
  throw new Error('A path has steps.')
}

/** Returns where another tab moves the intent unseen: to the step that is pushed later, or to any other. */
export function hiddenMove(
  { steps }: Pick<Path, 'steps' | 'opening'>,
  index: number,
  from: StepName,
): CheckpointName {
  for (let later = index + 1; steps[later - 1]?.state.behind === 'moved'; later++) {
    const act = steps[later]?.act
    if (act && 'to' in act && !isEnd(act.to)) return act.to
  }
  if (from === 'challenge') return 'otp'
  if (from === 'consent') return 'loading'
  return from === 'phone' ? 'contract' : 'phone'
}
