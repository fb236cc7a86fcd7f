import {
  ConnectError,
  type ConnectTransport,
  createConnectClient,
  type IntentMemory,
  type Provider,
} from '@connect-account/core'
import { asConnectError, type ConnectEnd, connectMachine, openIntent } from '@connect-account/core/internal'
import { createActor, type Observer, type Subscription, toObserver } from 'xstate'
import { onBrowserWake } from '../browser/browser-wake.ts'
import { createId } from '../browser/create-id.ts'
import { noMemory, tabMemory } from '../browser/tab-memory.ts'
import { readReturned, returnAddress, returnedIntent, takeReturn } from '../consent/returned-intent.ts'
import { callHost, createReport } from '../error-reports/error-report.ts'
import { inspection } from '../events/inspection.ts'
import type { ObservedFlow } from '../events/observed-flow.ts'
import { sessionIdentity, sessionOptions } from '../session/session-options.ts'
import { holdSession, sharingCatalogue } from '../session/shared-session.ts'
import type { ConnectOptions } from './connect-options.ts'
import { clearDraft, type FlowDraft, newDraft } from './flow-draft.ts'
import { guardedMemory, resumingMemory } from './flow-memory.ts'
import type { FlowSnapshot } from './flow-snapshot.ts'
import { pausable } from './pausable-transport.ts'
import { toStep } from './to-step.ts'
import type { TypedValues } from './typed-values.ts'

interface FlowSnapshots {
  subscribe(listener: Observer<unknown> | ((value: unknown) => void)): Subscription
  getSnapshot(): { readonly machine: FlowSnapshot }
}

/** One run through the flow, of one user and with one set of options. */
export interface ConnectFlow extends ObservedFlow {
  /** The machine for `useSelector`, which throws in a render if an error has ended the actor. */
  readonly snapshots: FlowSnapshots
  readonly transport: ConnectTransport
  readonly memory: IntentMemory
  readonly typed: TypedValues
  /** The latest options, for callbacks and `session`. */
  options: ConnectOptions
  /** The options that it was created with and keeps. */
  readonly createdWith: ConnectOptions
  /** Whether it starts by itself, or waits in `idle` unless there is an intent to resume. */
  readonly autoStart: boolean
  readonly draft: FlowDraft
  /** Runs the flow until the returned function is called; it can be run again. */
  run(): () => void
}

/** A change of one of these replaces the flow. */
const identityKeys = ['user', 'baseUrl', 'accountId', 'providers', 'id', 'intentId'] as const
type FlowIdentity = Readonly<Record<(typeof identityKeys)[number], string | undefined>>

interface Beginning {
  readonly autoStart: boolean
  /** Resume this intent instead of the one in the tab's memory. */
  readonly intentId?: string | undefined
  /** The user has left already. */
  readonly isCanceled?: boolean
  /** What the user typed before; not what another user typed. */
  readonly draft?: FlowDraft | undefined
}

function identityOf(options: ConnectOptions): FlowIdentity {
  const { baseUrl, accountId, providers, id, intentId } = options
  return { user: sessionIdentity(options), baseUrl, accountId, providers: providers?.join(), id, intentId }
}

/** The flow that replaces `flow` if these options need another one. */
export function nextFlow(flow: ConnectFlow, options: ConnectOptions): ConnectFlow | undefined {
  const before = identityOf(flow.createdWith)
  const identity = identityOf(options)
  const changed = identityKeys.filter((key) => identity[key] !== before[key])
  if (changed.length === 0) return undefined
  // A new token or other providers do not end an open intent: the server checks whose it is.
  const continues =
    changed.every((key) => key === 'user' || key === 'providers') &&
    options.userKey === flow.createdWith.userKey
  const snapshot = flow.actor.getSnapshot()
  const { context } = snapshot
  return createFlow(options, {
    autoStart: flow.autoStart || !snapshot.matches('idle'),
    intentId: continues && !context.end ? openIntent(context) : undefined,
  })
}

/** A flow that waits to be run: before that nothing is sent, stored or reported. */
export function createFlow(
  options: ConnectOptions,
  { autoStart, intentId, isCanceled = false, draft = newDraft() }: Beginning,
): ConnectFlow {
  const report = createReport(() => flow.options.onError)
  const stored = options.memory === undefined ? tabMemory(options) : undefined
  const memory = resumingMemory(guardedMemory(stored ?? options.memory ?? noMemory, report))
  const readSession = () => flow.options.session
  const client = options.transport ?? createConnectClient(sessionOptions(options, readSession))
  const transport = pausable(options.transport ?? sharingCatalogue(client, readSession, options))
  /** The intent that the page was opened to continue. */
  let handedOver: string | undefined
  const watched: ConnectTransport = {
    ...transport,
    listProviders: listing(transport, () => flow),
    getIntent: (id, signal) =>
      readReturned(transport, id, signal).catch((error: unknown) => {
        const isForeign = id === handedOver && asConnectError(error).code === 'intent_not_found'
        throw isForeign ? new ConnectError('intent_of_other_user', { cause: error }) : error
      }),
  }

  const actor = createActor(connectMachine, {
    input: {
      transport: watched,
      memory,
      providers: options.providers,
      accountId: options.accountId,
      describeReturn: () => {
        const { consent = 'redirect', loginHint } = flow.options
        return { returnTo: returnAddress(), display: consent, loginHint }
      },
      report(end) {
        // What failed or took too long can be tried again.
        draft.isSpent = !('error' in end.outcome) && end.outcome.type !== 'expired'
        queueMicrotask(() => reportEnd(flow, end))
      },
      reportFailure: report,
      createId,
      now: () => Date.now(),
    },
    inspect(news) {
      inspection.observe?.(news, () => flow)
      if (news.type === '@xstate.snapshot' && news.actorRef === actor) flow.record(news.event)
    },
  })
  // An unexpected error ends the actor. `useFlow` shows the user a way out; here it is reported to
  // developers.
  actor.subscribe({ error: (error) => report(asConnectError(error)) })

  function start() {
    const own = intentId ?? (options.intentId === undefined ? memory.read() : undefined)
    if (own === undefined) handedOver = options.intentId ?? returnedIntent(options)
    const id = own ?? handedOver
    flow.isResuming = id !== undefined
    // From here on the tab remembers it, even if the flow is unmounted before it has resumed.
    if (id !== undefined) {
      memory.resume(id)
      takeReturn()
    }
    if (draft.isSpent) clearDraft(draft)
    actor.start()
    const { form } = draft
    if (form) {
      import('./return-to-form.ts').then(
        ({ returnToForm }) => returnToForm(actor, form),
        () => {
          // The user chooses the provider once more.
        },
      )
    }
    if (isCanceled) actor.send({ type: 'cancel' })
    else if (autoStart || id !== undefined) actor.send({ type: 'start' })
  }

  let hasStarted = false
  let isRunning = false
  const flow: ConnectFlow = {
    actor,
    snapshots: {
      subscribe: (listener) => actor.subscribe(toObserver(listener)),
      getSnapshot: () => ({ machine: actor.getSnapshot() }),
    },
    transport: watched,
    memory,
    typed: draft.typed,
    report,
    options,
    createdWith: options,
    autoStart,
    draft,
    isResuming: false,
    moments: [],
    shared: { toStep, callHost },
    record({ type, methodId, isResumed }) {
      if (!flow.options.onEvent) return
      const { exit } = draft
      flow.moments.push({
        type,
        methodId,
        isResumed,
        exit,
        snapshot: actor.getSnapshot(),
        at: performance.now(),
      })
      // A close that the host did not follow is no reason for a later exit.
      draft.exit = undefined
      flow.onMoment?.()
    },
    run() {
      isRunning = true
      const release = stored?.claim()
      const releaseSession = holdSession(flow.options.session, options.userKey)
      const pause = transport.resume()
      if (!hasStarted) start()
      else flow.record({ type: 'page.show' })
      hasStarted = true
      const stopRecovery = continueInBackground(flow, client)
      return () => {
        isRunning = false
        // React may unmount the component for a moment only.
        queueMicrotask(() => {
          if (!isRunning) flow.record({ type: 'page.hide' })
        })
        stopRecovery()
        pause()
        releaseSession()
        release?.()
      }
    },
  }
  return flow
}

/**
 * Reports the flow's events, and lets it continue after an outage. Loaded now, because it cannot be loaded
 * during the outage; if that fails, again when the browser wakes up.
 */
function continueInBackground(flow: ConnectFlow, transport: ConnectTransport): () => void {
  let isStopped = false
  let stop = () => {}
  function load() {
    stop()
    import('./in-background.ts').then(
      ({ followRecovery, reportMoments }) => {
        reportMoments(flow)
        if (!isStopped) stop = followRecovery(flow.actor, transport)
      },
      () => {
        // The screen offers to try again, and says why.
        if (!isStopped) stop = onBrowserWake(load)
      },
    )
  }
  load()
  return () => {
    isStopped = true
    stop()
  }
}

/** Calls `onEnd` and, for an account, `onLinked`. */
function reportEnd({ options, report }: ConnectFlow, { outcome, reason, provider, intentId }: ConnectEnd) {
  const { onEnd, onLinked } = options
  const details = {
    reason,
    ...(provider !== undefined && { provider }),
    ...(intentId !== undefined && { intentId }),
  }
  void callHost(report, 'onEnd', () => onEnd?.(outcome, details))
  if (outcome.type === 'linked' || outcome.type === 'relinked') {
    void callHost(report, 'onLinked', () => onLinked?.(outcome.account, details))
  }
}

/** Lists the providers, and reports those that the host wants and that are missing. */
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
