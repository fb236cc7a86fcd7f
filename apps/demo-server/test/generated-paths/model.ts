import { mailSettingsMethod } from '@connect-account/core/catalogue'
import { ConnectError, type ErrorCode } from '@connect-account/core/errors'
import { type ConnectInput, connectMachine, type FlowEvent } from '@connect-account/core/internal'
import {
  type ConnectTransport,
  type Intent,
  type KnownAccount,
  type Provider,
  Secret,
  type StartInput,
} from '@connect-account/core/protocol'
import { sampleAccount, sampleIntent, sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import {
  type ActorLogic,
  fromCallback,
  fromPromise,
  initialTransition,
  type SnapshotFrom,
  transition,
} from 'xstate'
import { type Act, type CallName, isEnd, nameOf, refusals, type StepName, stepNames, steps } from './acts.ts'

type IntentInput = { readonly transport: ConnectTransport; readonly intentId: string }
type StartCallInput = {
  readonly transport: ConnectTransport
  readonly start: StartInput
  readonly lostStarts: readonly string[]
}
type IntentVerb = Extract<
  FlowEvent,
  { type: 'answer.submit' | 'code.resend' | 'challenge.request' | 'cancel' }
>

interface Offer {
  readonly listed: readonly Provider[]
  readonly account: KnownAccount | undefined
}

const silence = new Promise<never>(() => {})

/** The real machine, with calls that only settle when the exploration says so. */
const explored = connectMachine.provide({
  actors: {
    listProviders: fromPromise<Offer, { transport: ConnectTransport; accountId: string | undefined }>(
      () => silence,
    ),
    startIntent: fromPromise<Intent, StartCallInput>(() => silence),
    fetchIntent: fromPromise<Intent, IntentInput>(() => silence),
    actOnIntent: fromPromise<Intent, IntentInput & { verb: IntentVerb }>(() => silence),
    watchIntent: fromCallback<FlowEvent, IntentInput>(() => {}),
  },
})
export type Flow = SnapshotFrom<typeof connectMachine>
type MachineEvent = Parameters<typeof transition<typeof explored>>[2]

/** The machine's snapshot, and what the machine cannot know of the server. */
export interface ModelState {
  readonly status: 'active'
  readonly output: undefined
  readonly error: undefined
  readonly flow: Flow
  /** A late call found that the server was at another checkpoint, or that the intent had ended. */
  readonly behind: 'moved' | 'ended' | undefined
  /** An intent was shown before the current one. */
  readonly again: boolean
}

/** How a flow starts, and with which providers. */
export interface Opening {
  readonly name: string
  readonly providers: readonly string[]
  /** The tab was reloaded while an intent was open. */
  readonly resumes?: true
  /** The host reconnects an account of the user. */
  readonly relinks?: true
}

export const openings: readonly Opening[] = [
  { name: 'a new flow', providers: ['linkedin', 'whatsapp', 'google', 'imap'] },
  { name: 'a reload', providers: ['linkedin', 'whatsapp', 'google', 'imap'], resumes: true },
  { name: 'a reconnect by password', providers: ['linkedin'], relinks: true },
  { name: 'a reconnect by consent', providers: ['google'], relinks: true },
  { name: 'a reconnect by QR code', providers: ['whatsapp'], relinks: true },
]

export function modelOf(opening: Opening): ActorLogic<ModelState, Act, undefined> {
  return {
    getInitialSnapshot: () => {
      const [flow] = initialTransition(explored, modelInput(opening))
      return { status: 'active', output: undefined, error: undefined, flow, behind: undefined, again: false }
    },
    transition(state, act) {
      const [flow] = transition(explored, state.flow, machineEvent(state.flow, act, opening))
      return {
        ...state,
        flow,
        behind: behindAfter(state, act, flow),
        again: state.again || state.flow.context.intent !== undefined,
      }
    },
    getPersistedSnapshot: (state) => state,
  }
}

function modelInput({ resumes, relinks }: Opening): ConnectInput {
  return {
    transport: scriptedTransport(),
    memory: { read: () => undefined, write: () => {}, clear: () => {} },
    createId: () => 'key',
    now: () => 0,
    ...(resumes && { intentId: 'intent-1' }),
    ...(relinks && { accountId: 'a1' }),
  }
}

function behindAfter({ behind }: ModelState, act: Act, flow: Flow): ModelState['behind'] {
  if (act.type === 'refused' && act.code === 'checkpoint_passed') return 'moved'
  if (act.type === 'refused' && act.code === 'intent_ended') return 'ended'
  if (act.type === 'pushed' || act.type === 'responded' || !flow.matches('atCheckpoint')) return undefined
  return behind
}

function machineEvent(flow: Flow, act: Act, { providers }: Opening): MachineEvent {
  switch (act.type) {
    case 'does':
      return userEvent(flow, act.what, act.id)
    case 'pushed':
      return { type: 'intent.change', intent: update(flow, act.to) }
    case 'lost':
      return { type: 'connection.fail', error: new ConnectError(act.code) }
    case 'connection':
      return { type: 'connection.change', status: act.status }
    case 'responded':
      return ofCall('done', flow, act.call, {
        output:
          'to' in act ? update(flow, act.to) : { listed: providers.map(sampleProvider), account: undefined },
      })
    case 'refused':
      return ofCall('error', flow, act.call, { error: refusalOf(act.code) })
  }
}

function ofCall(kind: 'done' | 'error', flow: Flow, call: CallName, result: object): MachineEvent {
  const child = Object.keys(flow.children).find((id) => id.endsWith(`.${call}`))
  // xstate's types do not list the events of calls by name.
  return { type: `xstate.${kind}.actor.${child}`, ...result } as unknown as MachineEvent
}

function userEvent(flow: Flow, what: Extract<Act, { type: 'does' }>['what'], id = ''): FlowEvent {
  switch (what) {
    case 'provider.choose':
      return { type: what, providerId: id }
    case 'method.choose':
      return { type: what, methodId: id }
    case 'credentials.submit':
      return { type: what, credentials: new Secret({}) }
    case 'answer.submit':
      return { type: what, checkpointId: shown(flow) ?? '', answer: new Secret('1') }
    case 'reconnect':
      return { type: what, account: sampleAccount }
    default:
      return { type: what }
  }
}

function update({ context: { intent, provider, method } }: Flow, to: StepName): Intent {
  return sampleIntent(
    steps[to],
    {
      revision: (intent?.revision ?? 0) + 1,
      provider: intent?.provider ?? provider?.id ?? startOf(to).provider,
      method: intent?.method ?? method?.id ?? startOf(to).method,
    },
    0,
  )
}

/** Returns a provider and method whose intents can be at this step. */
export function startOf(step: StepName): { readonly provider: string; readonly method: string } {
  if (step === 'qr') return { provider: 'whatsapp', method: 'qr' }
  if (step === 'consent') return { provider: 'google', method: 'consent' }
  return { provider: 'linkedin', method: 'credentials' }
}

/** Returns the step of the intent that is open or has just ended. */
export function shown({ context: { intent } }: Flow): StepName | undefined {
  return intent && nameOf(intent.step)
}

/** Returns the call in progress. */
export function pendingCall(flow: Flow): CallName | undefined {
  if (flow.matches('loadingProviders')) return 'loadingProviders'
  if (flow.matches('resuming')) return 'resuming'
  if (flow.matches('starting')) return 'starting'
  if (flow.matches('canceling')) return 'canceling'
  if (flow.matches({ atCheckpoint: 'acting' })) return 'acting'
  if (flow.matches({ atCheckpoint: 'refreshing' })) return 'refreshing'
  return undefined
}

/** Two states with the same text are the same for the user and the server. */
export function serializeState({ flow, behind, again }: ModelState): string {
  const { intentId, startKey, lostStarts } = flow.context
  const resumes = intentId !== undefined
  const isStarting = startKey !== undefined
  const hasLost = lostStarts.length > 0
  return JSON.stringify([
    describe(flow),
    shown(flow),
    isRelink(flow),
    resumes,
    isStarting,
    hasLost,
    behind,
    again,
    recovers(flow),
  ])
}

/** Describes what is shown, for which provider and method. A real flow is compared by it. */
export function describe(flow: Flow): string {
  const { provider, method, intent, end, acting } = flow.context
  return JSON.stringify([
    flow.value,
    provider?.id,
    method?.id,
    intent?.step.type,
    end && nameOf(end.outcome),
    acting,
  ])
}

export function isRelink({ context: { accountId, reconnecting } }: Flow): boolean {
  return (reconnecting?.id ?? accountId) !== undefined
}

/**
 * Whether a recovery of the network changes something. It does the same at every checkpoint, so only one of
 * them is explored.
 */
function recovers(flow: Flow): boolean {
  const isThere =
    flow.matches('unavailable') ||
    flow.matches('enteringCredentials') ||
    (flow.matches({ atCheckpoint: 'ready' }) && shown(flow) === 'phone')
  return isThere && flow.context.error?.code === 'network_unreachable'
}

/** Returns every conceivable act in this state, without regard to what a server does. */
export function everyAct({ flow }: ModelState): Act[] {
  const recovery: Act[] = recovers(flow) ? [{ type: 'does', what: 'connection.recover' }] : []
  return [...userActs(flow), ...recovery, ...callActs(flow), ...watchActs(flow)]
}

function userActs(flow: Flow): Act[] {
  const { provider, offered } = flow.context
  const does = (what: Extract<Act, { type: 'does' }>['what'], id?: string): Act => ({
    type: 'does',
    what,
    ...(id !== undefined && { id }),
  })
  const cancel = does('cancel')
  const back = offered.length > 1 ? [does('back')] : []
  if (flow.matches('idle')) return [does('start')]
  if (flow.matches('choosingProvider'))
    return [...offered.map(({ id }) => does('provider.choose', id)), cancel]
  if (flow.matches('enteringCredentials')) {
    const methods = provider?.methods ?? []
    return [
      does('credentials.submit'),
      ...methods.map(({ id }) => does('method.choose', id)),
      ...back,
      cancel,
    ]
  }
  if (flow.matches('unavailable')) return [does('retry'), ...back, cancel]
  if (flow.matches('ended'))
    return [does('retry'), does('restart'), does('close'), ...(provider ? [does('reconnect')] : []), cancel]
  if (!flow.matches('atCheckpoint')) return [cancel]
  if (!flow.matches({ atCheckpoint: 'ready' })) return [does('restart'), cancel]
  // The same at every step that is only shown. WhatsApp's other method is one of API v1 alone.
  const others = shown(flow) === 'show' && provider?.id === 'linkedin' ? provider.methods : []
  return [
    ...others.filter(({ id }) => id !== flow.context.method?.id).map(({ id }) => does('method.choose', id)),
    does('answer.submit'),
    does('code.resend'),
    does('challenge.request'),
    does('restart'),
    does('close'),
    cancel,
  ]
}

function callActs(flow: Flow): Act[] {
  const call = pendingCall(flow)
  if (!call) return []
  const refused = refusals[call].map((code): Act => ({ type: 'refused', call, code }))
  if (call === 'loadingProviders') return [{ type: 'responded', call }, ...refused]
  const answered = stepNames.map((to): Act => ({ type: 'responded', call, to }))
  const at = shown(flow)
  const wrong: Act[] =
    flow.context.acting === 'answer.submit' && call === 'acting' && at && !isEnd(at)
      ? [{ type: 'responded', call, to: at, wrong: true }]
      : []
  return [...answered, ...wrong, ...refused]
}

function watchActs(flow: Flow): Act[] {
  if (!flow.matches('atCheckpoint')) return []
  return [
    ...stepNames.map((to): Act => ({ type: 'pushed', to })),
    { type: 'lost', code: 'intent_not_found' },
    { type: 'lost', code: 'session_invalid' },
    { type: 'connection', status: 'live' },
    { type: 'connection', status: 'offline' },
    { type: 'connection', status: 'polling' },
  ]
}

function refusalOf(code: ErrorCode): ConnectError {
  return new ConnectError(code, code === 'mail_settings_needed' ? { method: mailSettingsMethod } : {})
}
