import {
  type ConnectEnd,
  connectMachine,
  createConnectClient,
  hasForm,
  type Intent,
} from '@connect-account/core'
import { useActorRef } from '@xstate/react'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { SnapshotFrom } from 'xstate'
import type { ConnectOptions } from './connect-options.ts'
import type { ConnectStep, Pending } from './connect-step.ts'
import { type AskedVerbs, type FlowState, toStep } from './connect-view.ts'
import type { OpenFlow } from './leave-for-page.ts'
import { addressOf, forgetReturn, returnAddress, returnedIntent } from './returned-intent.ts'
import { noMemory, tabMemory } from './tab-memory.ts'
import { useConsent } from './use-consent.ts'

/** What `useConnectAccount` gives: everything a screen needs, and nothing of how it works. */
export interface ConnectAccount {
  readonly step: ConnectStep
  /** Begins once more, from any end. */
  restart(): void
}

/**
 * Walks a user through linking one account. Switch on `step.type` to show the step; its members are the data and
 * exactly the verbs that are legal there.
 *
 * Callbacks and `session` are read late, so the newest ones are always called. The transport, `providers`, `accountId`
 * and `intentId` hold for as long as the component is mounted: give it another `key` to begin anew.
 *
 * @example
 * const { step } = useConnectAccount({ session: fetchSessionToken })
 * if (step.type === 'otp') return <CodeForm onSubmit={step.submit} />
 */
export function useConnectAccount(options: ConnectOptions): ConnectAccount {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  const [input] = useState(() => {
    const memory = options.memory === undefined ? tabMemory(options.accountId) : (options.memory ?? noMemory)
    return {
      transport: options.transport ?? clientFor(options, latest),
      memory,
      providers: options.providers,
      accountId: options.accountId,
      intentId: options.intentId ?? memory.read() ?? returnedIntent(options.accountId),
      describeReturn: () => {
        const { oauth = 'redirect', loginHint } = latest.current
        return { returnTo: returnAddress(), display: oauth, loginHint }
      },
      // Later, so that a callback of the host's that throws stops nothing here.
      report: ({ outcome, provider, intentId }: ConnectEnd) =>
        queueMicrotask(() => {
          const { onEnd, onLinked } = latest.current
          const details = {
            reason: outcome.type,
            ...(provider !== undefined && { provider }),
            ...(intentId !== undefined && { intentId }),
          }
          onEnd?.(outcome, details)
          if (outcome.type === 'linked' || outcome.type === 'relinked') onLinked?.(outcome.account, details)
        }),
      createId: () => crypto.randomUUID(),
      now: () => Date.now(),
    }
  })
  const actor = useActorRef(connectMachine, { input })

  useEffect(() => {
    // From here on the tab remembers it, also when the flow is taken off the page before it has resumed.
    if (input.intentId === undefined) return
    input.memory.write(input.intentId)
    forgetReturn()
  }, [input])

  // React's own store hook: `useSelector` would bring a shim for React 17 along.
  const subscribe = useCallback((listener: () => void) => actor.subscribe(listener).unsubscribe, [actor])
  const read = () => actor.getSnapshot()
  const snapshot = useSyncExternalStore(subscribe, read, read)
  const { intent } = snapshot.context
  const { isOpen, open } = useConsent({
    intentId: intent?.id ?? '',
    isWanted: intent?.step.type === 'oauth' && options.oauth === 'popup',
    transport: input.transport,
    onIntent: useCallback((news: Intent) => actor.send({ type: 'intent.changed', intent: news }), [actor]),
  })
  const step = useMemo(
    () =>
      toStep(toFlowState(snapshot, isOpen), {
        send: actor.send,
        close: () => latest.current.onClose?.(),
        openConsent: open,
        options: latest.current,
        asked: askedVerbs(latest.current, input, intent),
      }),
    [snapshot, actor, isOpen, open, input, intent],
  )
  return { step, restart: () => actor.send({ type: 'restart' }) }
}

/** The verbs that the host's options ask for at a checkpoint. */
function askedVerbs(
  { continueOnPhone, hostedPage }: ConnectOptions,
  flow: OpenFlow,
  intent: Intent | undefined,
): AskedVerbs {
  if (!intent) return {}
  return {
    ...(continueOnPhone && {
      phoneLink: () => (continueOnPhone === true ? addressOf : continueOnPhone)(intent.id),
    }),
    ...(hostedPage && {
      continueElsewhere: async () =>
        (await import('./leave-for-page.ts')).leaveForPage(hostedPage, intent, flow),
    }),
  }
}

/** The client of a host that gave its session. */
export function clientFor(
  options: ConnectOptions & { transport?: never },
  latest: { current: ConnectOptions },
) {
  return createConnectClient({
    session: async () => {
      const { session } = latest.current
      if (session === undefined) throw new Error('Connect Account: pass "session" or "transport".')
      return typeof session === 'string' ? session : session()
    },
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
  })
}

function toFlowState(snapshot: SnapshotFrom<typeof connectMachine>, isConsentOpen: boolean): FlowState {
  return {
    phase: phaseOf(snapshot),
    pending: pendingOf(snapshot),
    context: snapshot.context,
    isConsentOpen,
  }
}

function phaseOf(snapshot: SnapshotFrom<typeof connectMachine>): FlowState['phase'] {
  if (snapshot.hasTag('terminal')) return 'ended'
  if (snapshot.matches('atCheckpoint')) return 'atCheckpoint'
  if (snapshot.matches('choosingProvider')) return 'choosing'
  if (snapshot.matches('enteringCredentials')) return 'signingIn'
  if (snapshot.matches('unavailable')) return 'unavailable'
  // The form stays while its answer is on the way, so that nothing typed is lost.
  if (snapshot.matches('starting') && hasForm(snapshot.context.method)) return 'signingIn'
  return 'preparing'
}

const pendingByVerb = {
  'answer.submit': 'submit',
  'code.resend': 'resend',
  'challenge.request': 'switch',
  cancel: 'cancel',
} as const

function pendingOf(snapshot: SnapshotFrom<typeof connectMachine>): Pending {
  if (!snapshot.hasTag('pending')) return false
  return pendingByVerb[snapshot.context.acting ?? 'answer.submit']
}
