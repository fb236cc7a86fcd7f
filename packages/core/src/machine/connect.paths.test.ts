import { expect, it } from 'vitest'
import {
  type ActorLogic,
  type AnyStateNode,
  createActor,
  fromCallback,
  fromPromise,
  type SnapshotFrom,
} from 'xstate'
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph'
import { ConnectError } from '../errors/index.ts'
import { type ConnectTransport, type Intent, isOutcome, Secret, type Step } from '../protocol/index.ts'
import { sampleAccount, sampleIntent, sampleProvider, scriptedTransport } from '../testing/index.ts'
import type { IntentInput, Offer, StartCallInput } from './connect.actors.ts'
import { connectMachine } from './connect.machine.ts'
import type { ConnectInput, FlowEvent, IntentVerb } from './connect.types.ts'

const unsettled = new Promise<never>(() => {})

/** The real machine, with calls that return only when the exploration resolves them. */
const explored = connectMachine.provide({
  actors: {
    listProviders: fromPromise<Offer, { transport: ConnectTransport; accountId: string | undefined }>(
      () => unsettled,
    ),
    startIntent: fromPromise<Intent, StartCallInput>(() => unsettled),
    fetchIntent: fromPromise<Intent, IntentInput>(() => unsettled),
    actOnIntent: fromPromise<Intent, IntentInput & { verb: IntentVerb }>(() => unsettled),
    watchIntent: fromCallback<FlowEvent, IntentInput>(() => {}),
  },
})
type Snapshot = SnapshotFrom<typeof explored>
type Event = Parameters<ReturnType<typeof createActor<typeof explored>>['send']>[0]

const input: ConnectInput = {
  transport: scriptedTransport(),
  memory: { read: () => undefined, write: () => {}, clear: () => {} },
  createId: () => 'key',
  now: () => 0,
}
const providers = ['linkedin', 'whatsapp', 'imap', 'google'].map(sampleProvider)

const steps: readonly Step[] = [
  { type: 'otp', id: 'c', format: 'digits', length: 6 },
  { type: 'two_factor', id: 'c', format: 'digits', length: 6, platform: 'app' },
  { type: 'otp_or_in_app', id: 'c', format: 'digits', length: 6 },
  { type: 'in_app', id: 'c' },
  { type: 'show', id: 'c', show: { kind: 'code', value: 'x', label: 'x' } },
  { type: 'qr', id: 'c', qrcode: 'x', shownAt: '', expiresAt: '', round: 1 },
  { type: 'captcha', id: 'c', publicKey: null, data: null },
  { type: 'phone', id: 'c' },
  { type: 'contract', id: 'c', options: [] },
  { type: 'challenge', id: 'c', options: [] },
  { type: 'loading', id: 'c' },
  { type: 'consent', id: 'c', url: 'https://example.test' },
  { type: 'unsupported', id: 'c', name: 'NOVEL' },
  { type: 'linked', account: sampleAccount },
  { type: 'duplicate', account: { ...sampleAccount, status: 'disconnected' } },
  { type: 'mismatch' },
  { type: 'failed', error: { code: 'invalid_code' }, retryable: true },
]
const intents: readonly Intent[] = steps.map((step) => sampleIntent(step, {}, 0))

/** What each call can return, by the state that makes it. */
const answers: Record<
  string,
  { readonly output?: readonly unknown[]; readonly errors: readonly ConnectError[] }
> = {
  loadingProviders: {
    output: [{ listed: providers, account: undefined }],
    errors: [new ConnectError('network_unreachable')],
  },
  resuming: {
    output: intents,
    errors: [new ConnectError('intent_not_found'), new ConnectError('network_unreachable')],
  },
  starting: {
    output: intents,
    errors: [
      new ConnectError('invalid_credentials'),
      new ConnectError('mail_settings_needed', { method: 'manual' }),
      new ConnectError('network_unreachable'),
    ],
  },
  acting: {
    output: intents,
    errors: [
      new ConnectError('invalid_code'),
      new ConnectError('checkpoint_passed'),
      new ConnectError('network_unreachable'),
    ],
  },
  canceling: {
    output: intents.filter(({ step }) => isOutcome(step)),
    errors: [new ConnectError('intent_not_found'), new ConnectError('network_unreachable')],
  },
  refreshing: { output: intents, errors: [new ConnectError('network_unreachable')] },
}

/** What a screen can send, by the screen. */
function screenEvents(snapshot: Snapshot): FlowEvent[] {
  const { provider, offered, acting } = snapshot.context
  const cancel: FlowEvent = { type: 'cancel' }
  const back: FlowEvent[] = offered.length > 1 ? [{ type: 'back' }] : []
  const close: FlowEvent = { type: 'close' }
  if (snapshot.matches('idle')) return [{ type: 'start' }]
  if (snapshot.matches('choosingProvider'))
    return [...providers.map(({ id }): FlowEvent => ({ type: 'provider.choose', providerId: id })), cancel]
  if (snapshot.matches('enteringCredentials'))
    return [
      { type: 'credentials.submit', credentials: new Secret({}) },
      ...(provider?.methods ?? []).map(({ id }): FlowEvent => ({ type: 'method.choose', methodId: id })),
      ...back,
      cancel,
    ]
  if (snapshot.matches('unavailable')) return [{ type: 'retry' }, ...back, cancel]
  if (snapshot.matches('ended'))
    return [
      { type: 'retry' },
      { type: 'restart' },
      close,
      ...(provider ? [{ type: 'reconnect', account: sampleAccount } as const] : []),
    ]
  // A pending cancel is not sent again.
  if (acting === 'cancel' || snapshot.matches('canceling')) return [close]
  if (!snapshot.matches({ atCheckpoint: 'ready' })) return [cancel, close]
  return [
    { type: 'answer.submit', checkpointId: 'c', answer: new Secret('1') },
    { type: 'code.resend' },
    { type: 'challenge.request' },
    { type: 'restart' },
    cancel,
    close,
  ]
}

/** What the calls and the watch can return. */
function serverEvents(snapshot: Snapshot): Event[] {
  const calls = Object.values(snapshot.children).flatMap((child) => {
    const state = child && Object.keys(answers).find((name) => child.id.endsWith(`.${name}`))
    if (!state) return []
    const { output = [], errors } = answers[state] ?? { errors: [] }
    return [
      ...output.map((value) => ({ type: `xstate.done.actor.${child.id}`, output: value })),
      ...errors.map((error) => ({ type: `xstate.error.actor.${child.id}`, error })),
    ]
  })
  const pushed = snapshot.matches('atCheckpoint')
    ? [
        ...intents.map((intent) => ({
          type: 'intent.change' as const,
          intent: { ...intent, revision: (snapshot.context.intent?.revision ?? 0) + 1 },
        })),
        { type: 'connection.fail' as const, error: new ConnectError('intent_not_found') },
        { type: 'connection.fail' as const, error: new ConnectError('session_expired') },
      ]
    : []
  const { error } = snapshot.context
  const isWaiting = ['unavailable', 'enteringCredentials', { atCheckpoint: 'ready' }] as const
  const recovered =
    error?.code.startsWith('network_') && isWaiting.some((state) => snapshot.matches(state))
      ? [{ type: 'connection.recover' as const }]
      : []
  // The graph's events are those of the machine and its calls; the types know only their names.
  return [...calls, ...pushed, ...recovered] as unknown as Event[]
}

const events = (snapshot: Snapshot): Event[] => [...screenEvents(snapshot), ...serverEvents(snapshot)]

/** One state per difference that a user sees: the screen, its provider and method, its checkpoint. */
const serializeState = (snapshot: Snapshot): string => {
  const { provider, method, intent, startKey, end, reconnecting, error, acting } = snapshot.context
  return JSON.stringify([
    snapshot.value,
    provider?.id,
    method?.id,
    intent?.step.type,
    end?.outcome.type,
    reconnecting?.id,
    error?.code,
    acting,
    startKey,
  ])
}
const options = { input, events, serializeState, limit: 200_000 }
const hasEnded = (snapshot: Snapshot) => snapshot.matches('ended')

// The graph's types do not support machines that emit events.
const logic = explored as unknown as ActorLogic<Snapshot, Event, ConnectInput>
const graph = getAdjacencyMap(logic, options)
const states = Object.values(graph)

it('has a path to an end from every reachable state', () => {
  const before = new Map<string, Set<string>>()
  for (const [from, { transitions }] of Object.entries(graph))
    for (const { state } of Object.values<{ state: Snapshot }>(transitions)) {
      const to = serializeState(state)
      before.set(to, (before.get(to) ?? new Set()).add(from))
    }
  const reaching = new Set(
    states.filter(({ state }) => hasEnded(state)).map(({ state }) => serializeState(state)),
  )
  const open = [...reaching]
  for (const to of open)
    for (const from of before.get(to) ?? [])
      if (!reaching.has(from)) {
        reaching.add(from)
        open.push(from)
      }
  expect(Object.keys(graph).filter((state) => !reaching.has(state))).toEqual([])
})

it('can be left from every state, even if the server does not respond', () => {
  for (const { state } of states) {
    if (hasEnded(state)) continue
    const actor = createActor(explored, { input, snapshot: state })
    actor.start()
    actor.send({ type: 'cancel' })
    const left = actor.getSnapshot()
    const isLeaving =
      left.matches('canceling') || (left.matches('atCheckpoint') && left.context.acting === 'cancel')
    expect(hasEnded(left) || isLeaving, serializeState(state)).toBe(true)
    actor.stop()
  }
})

it('handles every event that a screen can send', () => {
  const lost = states.flatMap(({ state }) =>
    screenEvents(state)
      .filter((event) => !state.can(event))
      .map(({ type }) => `${type} at ${JSON.stringify(state.value)} of ${state.context.provider?.id}`),
  )
  expect(lost).toEqual([])
})

function idsOf({ id, states }: AnyStateNode): string[] {
  return [id, ...Object.values(states).flatMap(idsOf)]
}

it('reaches every state of the machine', () => {
  const paths = getShortestPaths(logic, options)
  const ends = paths.filter(({ state }) => hasEnded(state))
  console.info(`${states.length} states, ${paths.length} shortest paths, ${ends.length} of them to an end.`)
  const seen = new Set(paths.flatMap(({ state }) => state._nodes.map(({ id }) => id)))
  const passing = /\.(opening|choosing|signingIn|retrying)$/
  const all = idsOf(explored.root).filter((id) => !passing.test(id))
  expect(all.filter((id) => !seen.has(id))).toEqual([])
}, 60_000)
