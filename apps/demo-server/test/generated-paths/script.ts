import { type CheckpointName, isEnd, type StepName } from './acts.ts'
import { homeOf, isRelink, shown } from './model.ts'
import type { Path } from './paths.ts'

/** Who has to sign in, and where, for a path to come about. */
export interface Script {
  /** The persona's steps, checkpoints and end. */
  readonly steps: string
  /** The provider and method of the shown intent. */
  readonly method: { readonly provider: string; readonly method: string }
  /** The steps of the persona whose account has to be there before; `undefined` for none. */
  readonly owner: string | undefined
  /** Where an intent stood before the reload. */
  readonly resumed: StepName
}

const words: Readonly<Record<CheckpointName, string | undefined>> = {
  otp: 'otp',
  two_factor: '2fa-sms',
  otp_or_in_app: 'otp-or-in-app',
  in_app: 'in-app',
  captcha: 'captcha',
  phone: 'phone',
  contract: 'contract',
  challenge: 'challenge',
  loading: 'loading',
  // The provider asks for a pause, and nothing is heard of it meanwhile.
  loading_on: 'loading+rate-limited',
  unsupported: 'novel',
  // The way in poses these.
  qr: undefined,
  oauth: undefined,
}

/** Reads from the whole path who signs in: a persona's script is written before the first step. */
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
      if (word && from !== 'challenge' && from !== 'oauth') asked.push(word)
    }
    if ((act.type === 'answered' && 'to' in act) || act.type === 'told') {
      if (act.type === 'answered' && act.call === 'resuming') resumed ??= act.to
      method ??= methodAt(state) ?? homeOf(act.to)
      const isChosen = acting === 'challenge.request' && act.type === 'answered' && act.call === 'acting'
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
    method: method ?? homeOf('otp'),
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

/** Where another tab takes the intent while this one does not hear of it: as is told later, or anywhere. */
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
  if (from === 'oauth') return 'loading'
  return from === 'phone' ? 'contract' : 'phone'
}
