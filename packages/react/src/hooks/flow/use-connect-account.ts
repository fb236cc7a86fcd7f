import { type connectMachine, hasForm, type Intent } from '@connect-account/core'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { SnapshotFrom } from 'xstate'
import { addressOf } from '../consent/returned-intent.ts'
import { useConsent } from '../consent/use-consent.ts'
import { asConnectError, callHost, hostFailure, type Report } from '../error-reports/error-report.ts'
import type { ConnectFlow as Flow } from './connect-flow.ts'
import type { ConnectOptions } from './connect-options.ts'
import type { ConnectStep, Pending } from './connect-step.ts'
import { type AskedVerbs, type FlowState, toStep } from './connect-view.ts'
import { useFlow } from './use-flow.ts'

/** What `useConnectAccount` gives: everything a screen needs, and nothing of how it works. */
export interface ConnectFlow {
  readonly step: ConnectStep
  /** Begins once more, from any end. */
  restart(): void
  /**
   * Reports a failure of a screen of yours as the kit's own are: to the console, and to `onError`. One that stands for as long as
   * the flow does (`isStanding`) is reported once.
   */
  report(error: unknown, isStanding?: boolean): void
}

/**
 * Walks a user through linking one account. Switch on `step.type` to show the step; its members are the data and
 * exactly the verbs that are legal there.
 *
 * Callbacks and `session` are read late, so the newest ones are always called. The flow begins again when `userKey`, `session` as
 * a string, `baseUrl`, `accountId`, `providers`, `id` or `intentId` change; an intent that is open goes on if it is the user's.
 * `transport` and `memory` hold for as long as the component is mounted: give it another `key` to begin again with another one.
 *
 * @example
 * const { step } = useConnectAccount({ session: fetchSessionToken })
 * if (step.type === 'otp') return <CodeForm onSubmit={step.submit} />
 */
export function useConnectAccount(options: ConnectOptions): ConnectFlow {
  return useRunningFlow(options, true)
}

/** The same, at rest while `isRunning` is false. */
export function useRunningFlow(options: ConnectOptions, isRunning: boolean): ConnectFlow {
  const { flow, revive } = useFlow(options, isRunning)
  const { actor, report } = flow

  const subscribe = useCallback(
    (listener: () => void) => actor.subscribe({ next: listener, error: listener }).unsubscribe,
    [actor],
  )
  const read = () => actor.getSnapshot()
  const snapshot = useSyncExternalStore(subscribe, read, read)
  const { intent } = snapshot.context
  const { isOpen, open } = useConsent({
    intentId: intent?.id ?? '',
    isWanted: intent?.step.type === 'oauth' && options.oauth === 'popup',
    transport: flow.transport,
    onIntent: useCallback((news: Intent) => actor.send({ type: 'intent.changed', intent: news }), [actor]),
  })
  const { loginHint, waitForSync } = options
  const step = useMemo((): ConnectStep => {
    if (snapshot.status === 'error') {
      // A fault that nobody foresaw. The machine is gone; another one finds the intent again.
      return {
        type: 'unavailable',
        error: { code: 'internal_error' },
        retry: () => revive(),
        cancel: () => revive(true),
      }
    }
    return toStep(toFlowState(snapshot, isOpen), {
      send: actor.send,
      close: () => void callHost(report, 'onClose', () => flow.options.onClose?.()),
      openConsent: open,
      options: { loginHint, waitForSync },
      asked: askedVerbs(flow, intent),
    })
  }, [snapshot, actor, isOpen, open, flow, intent, report, revive, loginHint, waitForSync])

  return {
    step,
    restart: () => (snapshot.status === 'error' ? revive() : actor.send({ type: 'restart' })),
    report: (error, isStanding) => report(asConnectError(error), isStanding),
  }
}

/** The verbs that the host's options ask for at a checkpoint. */
function askedVerbs(flow: Flow, intent: Intent | undefined): AskedVerbs {
  const { continueOnPhone, hostedPage } = flow.options
  if (!intent) return {}
  return {
    ...(continueOnPhone && {
      phoneLink: () =>
        reporting(flow.report, 'continueOnPhone', () =>
          (continueOnPhone === true ? addressOf : continueOnPhone)(intent.id),
        ),
    }),
    ...(hostedPage && {
      continueElsewhere: async () => {
        const { leaveForPage } = await import('./leave-for-page.ts')
        return reporting(flow.report, 'hostedPage', () => leaveForPage(hostedPage, intent, flow))
      },
    }),
  }
}

/** What the host's function throws is reported; the screen that asked says that it did not work. */
async function reporting<T>(report: Report, name: string, call: () => T | Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (cause) {
    report(hostFailure(name, cause))
    throw cause
  }
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
