import {
  type ConnectEnd,
  ConnectError,
  type ConnectTransport,
  connectMachine,
  createConnectClient,
  type IntentMemory,
  type Provider,
} from '@connect-account/core'
import { type Actor, createActor } from 'xstate'
import { createId } from '../browser/create-id.ts'
import { noMemory, tabMemory } from '../browser/tab-memory.ts'
import { forgetReturn, returnAddress, returnedIntent } from '../consent/returned-intent.ts'
import {
  asConnectError,
  callHost,
  createReport,
  hostFailure,
  type Report,
} from '../error-reports/error-report.ts'
import { sessionIdentity, tokenOf } from '../session/use-session-options.ts'
import type { ConnectOptions } from './connect-options.ts'
import { pausable } from './pausable-transport.ts'

/** One run through the flow, of one user and with one set of options. */
export interface ConnectFlow {
  readonly actor: Actor<typeof connectMachine>
  readonly transport: ConnectTransport
  readonly memory: IntentMemory
  readonly report: Report
  /** The newest options: callbacks and `session` are read late. */
  options: ConnectOptions
  /** What it began with, and holds on to. */
  readonly begunWith: ConnectOptions
  /** Lets it go on, until the returned function is called; it may go on again. */
  run(): () => void
}

/** A change of one of these is a change of the flow. */
const identityKeys = ['user', 'baseUrl', 'accountId', 'providers', 'id', 'intentId'] as const
type FlowIdentity = Readonly<Record<(typeof identityKeys)[number], string | undefined>>

interface Beginning {
  /** Go on with this intent rather than with the one that the tab remembers. */
  readonly intentId?: string | undefined
  /** The user has left already. */
  readonly isCanceled?: boolean
}

function identityOf(options: ConnectOptions): FlowIdentity {
  const { baseUrl, accountId, providers, id, intentId } = options
  return { user: sessionIdentity(options), baseUrl, accountId, providers: providers?.join(), id, intentId }
}

/** The flow that follows on `flow` when the options say something else, or nothing while they do not. */
export function nextFlow(flow: ConnectFlow, options: ConnectOptions): ConnectFlow | undefined {
  const before = identityOf(flow.begunWith)
  const identity = identityOf(options)
  const changed = identityKeys.filter((key) => identity[key] !== before[key])
  if (changed.length === 0) return undefined
  // A new token, or another choice of providers, does not end what the user is in the middle of: the server says whose it is.
  const goesOn =
    changed.every((key) => key === 'user' || key === 'providers') &&
    options.userKey === flow.begunWith.userKey
  const { intent, outcome } = flow.actor.getSnapshot().context
  return createFlow(options, { intentId: goesOn && !outcome ? intent?.id : undefined })
}

/** A flow that waits to be run: nothing is sent, stored or reported before. */
export function createFlow(
  options: ConnectOptions,
  { intentId, isCanceled = false }: Beginning = {},
): ConnectFlow {
  const report = createReport(() => flow.options.onError)
  const stored = options.memory === undefined ? tabMemory(options) : undefined
  const memory = resuming(guarded(stored ?? options.memory ?? noMemory, report))
  const transport = pausable(options.transport ?? clientOf(options, () => flow.options.session))
  const watched = { ...transport, listProviders: listing(transport, () => flow) }

  const actor = createActor(connectMachine, {
    input: {
      transport: watched,
      memory,
      providers: options.providers,
      accountId: options.accountId,
      describeReturn: () => {
        const { oauth = 'redirect', loginHint } = flow.options
        return { returnTo: returnAddress(), display: oauth, loginHint }
      },
      report: (end) => queueMicrotask(() => reportEnd(flow, end)),
      reportFailure: report,
      createId,
      now: () => Date.now(),
    },
  })
  // A fault that nobody foresaw ends the actor. The user is shown a way out (see `useFlow`); it is reported to developers here.
  actor.subscribe({ error: (error) => report(asConnectError(error)) })

  function begin() {
    const id = intentId ?? options.intentId ?? memory.read() ?? returnedIntent(options.accountId)
    // From here on the tab remembers it, also when the flow is taken off the page before it has resumed.
    if (id !== undefined) {
      memory.resume(id)
      forgetReturn()
    }
    actor.start()
    if (isCanceled) actor.send({ type: 'cancel' })
  }

  let hasBegun = false
  const flow: ConnectFlow = {
    actor,
    transport: watched,
    memory,
    report,
    options,
    begunWith: options,
    run() {
      const release = stored?.claim()
      const pause = transport.resume()
      if (!hasBegun) begin()
      hasBegun = true
      return () => {
        pause()
        release?.()
      }
    },
  }
  return flow
}

/** The client of a host that gave its session. */
function clientOf(
  { baseUrl }: ConnectOptions,
  readSession: () => ConnectOptions['session'],
): ConnectTransport {
  return createConnectClient({
    session: () => tokenOf(readSession(), 'Neither "session" nor "transport" was passed'),
    ...(baseUrl !== undefined && { baseUrl }),
  })
}

/** Calls `onEnd` and, for an account, `onLinked`. */
function reportEnd({ options, report }: ConnectFlow, { outcome, provider, intentId }: ConnectEnd) {
  const { onEnd, onLinked } = options
  const details = {
    reason: outcome.type,
    ...(provider !== undefined && { provider }),
    ...(intentId !== undefined && { intentId }),
  }
  void callHost(report, 'onEnd', () => onEnd?.(outcome, details))
  if (outcome.type === 'linked' || outcome.type === 'relinked') {
    void callHost(report, 'onLinked', () => onLinked?.(outcome.account, details))
  }
}

/** Lists the providers, and looks into it if some that the host wants are not among them. */
function listing(transport: ConnectTransport, read: () => ConnectFlow) {
  return async (signal?: AbortSignal): Promise<Provider[]> => {
    const listed = await transport.listProviders(signal)
    const { options, report } = read()
    const missing = options.providers?.filter((wanted) => !listed.some(({ id }) => id === wanted)) ?? []
    if (missing.length > 0) {
      const isNoneLeft = missing.length === options.providers?.length
      import('./missing-providers.ts').then(
        ({ reportMissing }) => reportMissing(missing, isNoneLeft, report),
        (cause: unknown) => report(new ConnectError('network_unreachable', { cause })),
      )
    }
    return listed
  }
}

/** A memory of the host's may throw: the flow then goes on without it. */
function guarded(memory: IntentMemory, report: Report): IntentMemory {
  function attempt<T>(name: keyof IntentMemory, use: () => T): T | undefined {
    try {
      return use()
    } catch (cause) {
      report(hostFailure(`memory.${name}`, cause))
      return undefined
    }
  }
  return {
    read() {
      const id: unknown = attempt('read', () => memory.read())
      return typeof id === 'string' && id ? id : undefined
    },
    write: (id) => attempt('write', () => memory.write(id)),
    clear: () => attempt('clear', () => memory.clear()),
  }
}

/** Remembers the intent that the flow begins with, also if nothing else is to be remembered. */
function resuming(memory: IntentMemory) {
  let resumed: string | undefined
  return {
    read: () => resumed ?? memory.read(),
    write(id: string) {
      resumed = undefined
      memory.write(id)
    },
    clear() {
      resumed = undefined
      memory.clear()
    },
    resume(id: string) {
      memory.write(id)
      resumed = id
    },
  }
}
