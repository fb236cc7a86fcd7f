import { ConnectError, type Intent } from '@connect-account/core'
import { asConnectError, type FlowEvent } from '@connect-account/core/internal'
import { useSelector } from '@xstate/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useConsent } from '../consent/use-consent.ts'
import { checkOptions, flowRules } from '../error-reports/check-options.ts'
import { callHost, screenFailure } from '../error-reports/error-report.ts'
import { createFlow, nextFlow } from './connect-flow.ts'
import type { ConnectOptions } from './connect-options.ts'
import type { ConnectStep } from './connect-step.ts'
import type { FlowDraft } from './flow-draft.ts'
import type { FlowSnapshot } from './flow-snapshot.ts'
import { toStep } from './to-step.ts'

interface FlowHandle {
  readonly step: ConnectStep
  /** Whether the flow waits to be started. */
  readonly isIdle: boolean
  send(event: FlowEvent): void
  /** Starts again, from any end. */
  restart(): void
  report(error: unknown, isStanding?: boolean): void
}

/**
 * The flow of a component, and its current step. It pauses while the component is not on the page, and it is
 * replaced when the options name another user, account or backend.
 *
 * Not `useActorRef` of `@xstate/react`: that one stops the machine whenever React unmounts the component for
 * a moment (StrictMode, `<Activity>`), which aborts its calls, and it does not accept new input.
 */
export function useFlow(given: ConnectOptions, autoStart: boolean, draft?: FlowDraft): FlowHandle {
  const { valid: options, mistakes } = checkOptions(given, flowRules)
  const [current, setFlow] = useState(() => createFlow(options, { autoStart, draft }))
  const next = nextFlow(current, options)
  const flow = next ?? current
  // Before the paint, so that another user does not see this user's flow even for one frame.
  if (next) setFlow(next)

  useEffect(() => {
    for (const mistake of mistakes) flow.report(mistake, true)
    for (const name of ['transport', 'memory'] as const) {
      if (options[name] !== flow.createdWith[name]) {
        flow.report(
          new ConnectError('option_changed', { detail: `"${name}" is not the same as before` }),
          true,
        )
      }
    }
    flow.options = options
  })
  useEffect(() => flow.run(), [flow])

  const { actor, transport, report } = flow
  const snapshot = useSelector(flow.snapshots, machineOf)
  const { isOpen: isConsentOpen, open: openConsent } = useConsent({
    isWanted: options.consent === 'popup' && awaitsReturn(snapshot),
    transport,
    onIntent: useCallback(
      (news: Intent) => {
        if (actor.getSnapshot().matches('ended')) {
          // The user came back after the intent had expired here, so this tab resumes it.
          setFlow(({ options, draft }) => createFlow(options, { autoStart: true, intentId: news.id, draft }))
        } else {
          actor.send({ type: 'intent.change', intent: news })
        }
      },
      [actor],
    ),
  })

  const { loginHint, waitForSync, continueOnPhone, hostedPage } = options
  // A host may pass another function in each render; the latest one is called.
  const phoneLink = typeof continueOnPhone === 'function' ? 'own' : continueOnPhone && 'this page'
  const hasHostedPage = hostedPage !== undefined
  const hasClose = options.onClose !== undefined
  const hasFailed = snapshot.status === 'error'
  const startAgain = useCallback(
    (isCanceled = false) =>
      setFlow((failed) => createFlow(failed.options, { autoStart: true, isCanceled, draft: failed.draft })),
    [],
  )
  const { step, failure } = useMemo((): { step: ConnectStep; failure?: unknown } => {
    // After an unexpected error a new machine resumes the intent.
    const failed: ConnectStep = {
      type: 'unavailable',
      error: { code: 'internal_error' },
      retry: () => startAgain(),
      cancel: () => startAgain(true),
    }
    if (hasFailed) return { step: failed }
    try {
      const shown = toStep(snapshot, {
        send: actor.send,
        close: hasClose
          ? () => {
              flow.draft.exit = 'finished'
              void callHost(report, 'onClose', () => flow.options.onClose?.())
            }
          : undefined,
        openConsent(url, intentId) {
          flow.record({ type: 'consent.open' })
          openConsent(url, intentId)
        },
        isConsentOpen,
        options: { loginHint, waitForSync },
        typed: flow.typed,
        optionalVerbs: ({ id: intentId, provider }) => ({
          ...(phoneLink && { phoneLink: async () => (await otherDevices()).linkToPhone(flow, intentId) }),
          ...(hasHostedPage && {
            continueElsewhere: async () =>
              (await otherDevices()).continueElsewhere(flow, { intentId, provider }),
          }),
        }),
      })
      return { step: shown }
    } catch (cause) {
      // A transport of the host may return data that no step can show.
      return { step: failed, failure: cause }
    }
  }, [
    snapshot,
    hasFailed,
    startAgain,
    actor,
    isConsentOpen,
    openConsent,
    flow,
    report,
    loginHint,
    waitForSync,
    phoneLink,
    hasHostedPage,
    hasClose,
  ])
  useEffect(() => {
    if (failure !== undefined) report(screenFailure('step', failure), true)
  }, [failure, report])

  return {
    step,
    isIdle: snapshot.matches('idle'),
    send: actor.send,
    restart: () => (hasFailed ? startAgain() : actor.send({ type: 'restart' })),
    report: (error, isStanding) => report(asConnectError(error), isStanding),
  }
}

/**
 * Whether the user may still return from the consent page: also while its end is awaited, and after the intent
 * has expired.
 */
function awaitsReturn(snapshot: FlowSnapshot): boolean {
  const { method, end } = snapshot.context
  if (method?.kind !== 'consent') return false
  return snapshot.matches('atCheckpoint') || end?.outcome.type === 'expired'
}

/** Few users continue elsewhere. */
const otherDevices = () => import('./other-devices.ts')

const machineOf = ({ machine }: { machine: FlowSnapshot }) => machine
