import type { ErrorCode } from '@connect-account/core'
import { errorCatalogue } from '@connect-account/core/errors'
import type { ConnectStepType } from '../flow/connect-step.ts'
import type { FlowSnapshot } from '../flow/flow-snapshot.ts'
import type { ConnectEvent, ConnectVerb } from './connect-event.ts'
import { inertWiring } from './inert-wiring.ts'
import type { Moment } from './moment.ts'
import type { ObservedFlow } from './observed-flow.ts'

/** Turns the moments of one flow into events, in order, and passes them to the latest `onEvent`. */
export function createReporter(flow: ObservedFlow): (moment: Moment) => void {
  const { callHost, toStep } = flow.shared
  const flowId = flow.actor.getSnapshot().context.createId()
  /** When the flow was opened; `undefined` while the user is not in it. */
  let openedAt: number | undefined
  let wasOpened = false
  let before: FlowSnapshot | undefined
  let place: Place = { step: 'preparing', key: '', at: 0 }

  const send = (event: ConnectEvent) =>
    void callHost(flow.report, 'onEvent', () => flow.options.onEvent?.(event))

  function common({ at, snapshot: { context } }: Moment) {
    const { provider = context.intent?.provider, method = context.intent?.method } = {
      provider: context.provider?.id,
      method: context.method?.id,
    }
    return {
      flowId,
      elapsedMs: Math.round(at - (openedAt ?? at)),
      // At the picker, the last choice no longer counts.
      ...(place.step !== 'choosing_provider' && {
        ...(provider !== undefined && { provider }),
        ...(method !== undefined && { method }),
      }),
    }
  }

  const atStep = ({ at }: Moment) => ({ step: place.step, stepMs: Math.round(at - place.at) })

  function open(moment: Moment) {
    openedAt = moment.at
    place = { step: 'preparing', key: '', at: moment.at }
    const { context } = moment.snapshot
    send({
      type: 'opened',
      isReconnect: (context.reconnecting ?? context.accountId) !== undefined,
      isResumed: wasOpened || flow.isResuming || (context.intent?.id ?? context.startKey) !== undefined,
      ...common(moment),
    })
    wasOpened = true
    window.addEventListener('pagehide', leavePage)
    window.addEventListener('pageshow', returnToPage)
    // The step is reported again, because the user sees it again.
    before = undefined
  }

  function leave(moment: Moment, fallback: 'closed' | 'removed' | 'page_left') {
    if (openedAt === undefined) return
    send({ type: 'exit', reason: moment.exit ?? fallback, ...atStep(moment), ...common(moment) })
    openedAt = undefined
  }

  function now(): Moment {
    return { type: 'page.show', snapshot: flow.actor.getSnapshot(), at: performance.now() }
  }

  function leavePage() {
    leave(now(), 'page_left')
  }

  function returnToPage({ persisted }: PageTransitionEvent) {
    if (persisted) enter(now())
  }

  /** Reports where the user is now, if the flow is open. */
  function enter(moment: Moment) {
    const { snapshot } = moment
    if (snapshot.matches('idle')) return
    if (openedAt === undefined) open(moment)
    reportChoices(moment)
    const { type: step, key } = placeOf(snapshot, toStep)
    if (key !== place.key) {
      place = { step, key, at: moment.at }
      send({ type: 'step_shown', step, ...common(moment) })
    }
    const code = newErrorOf(snapshot, before)
    if (code !== undefined) send({ type: 'error', code: known(code), ...atStep(moment), ...common(moment) })
    const { end } = snapshot.context
    if (end && end !== before?.context.end) {
      const { outcome, reason } = end
      send({
        type: 'outcome',
        outcome: outcome.type,
        reason,
        ...('error' in outcome && { code: known(outcome.error.code) }),
        ...common(moment),
      })
    }
    before = snapshot
  }

  function reportChoices(moment: Moment) {
    const { snapshot, type, methodId, isResumed } = moment
    const { provider, method, intent } = snapshot.context
    const last = before?.context
    const isUsers = type === 'provider.choose' && !isResumed
    const byDefault = intent || isResumed ? 'resumed' : 'default'
    const isNewProvider = type === 'provider.choose' || provider?.id !== last?.provider?.id
    if (!provider || snapshot.matches('choosingProvider')) return
    // What is chosen here replaces the last choice, which the step before may have hidden.
    const chosen = { ...common(moment), provider: provider.id }
    if (isNewProvider) send({ type: 'provider_chosen', by: isUsers ? 'user' : byDefault, ...chosen })
    if (!method || !(isNewProvider || method.id !== last?.method?.id)) return
    const by =
      (type === 'method.choose' && !isResumed) || (isUsers && methodId !== undefined) ? 'user' : byDefault
    send({ type: 'method_chosen', by, ...chosen, method: method.id })
  }

  return (moment) => {
    const { type, snapshot } = moment
    if (type === 'page.hide') {
      leave(moment, 'removed')
      window.removeEventListener('pagehide', leavePage)
      window.removeEventListener('pageshow', returnToPage)
    } else if (snapshot.matches('idle')) {
      leave(moment, 'closed')
    } else {
      const verb = verbOf(moment, place.step)
      // A verb that came too late changed nothing.
      const isDone = snapshot !== before || type === 'consent.open'
      if (verb && isDone && openedAt !== undefined)
        send({ type: 'verb', verb, ...atStep(moment), ...common(moment) })
      enter(moment)
    }
  }
}

/** Where the user is, and since when. */
interface Place {
  readonly step: ConnectStepType
  /** Changes with every step that is shown. */
  readonly key: string
  readonly at: number
}

const verbs: Readonly<Record<string, ConnectVerb>> = {
  'provider.choose': 'choose',
  'method.choose': 'chooseMethod',
  'credentials.submit': 'submit',
  'answer.submit': 'submit',
  'code.resend': 'resend',
  'challenge.request': 'tryAnotherWay',
  'consent.open': 'open',
  back: 'back',
  retry: 'retry',
  restart: 'restart',
  reconnect: 'reconnect',
  cancel: 'cancel',
}

/** The verb by the name that the step gives it. */
function verbOf({ type, isResumed }: Moment, step: ConnectStepType): ConnectVerb | undefined {
  if (isResumed) return undefined
  if (type === 'answer.submit' && step === 'contract') return 'choose'
  if (type === 'challenge.request' && step === 'challenge') return 'choose'
  if (type === 'challenge.request' && (step === 'qr' || step === 'show')) return 'refresh'
  return Object.hasOwn(verbs, type) ? verbs[type] : undefined
}

/** The step that the user sees. */
function placeOf(
  snapshot: FlowSnapshot,
  toStep: ObservedFlow['shared']['toStep'],
): { readonly type: ConnectStepType; readonly key: string } {
  if (snapshot.status === 'error') return { type: 'unavailable', key: 'failed' }
  try {
    const step = toStep(snapshot, inertWiring)
    const provider = step.type === 'credentials' ? step.provider.id : ''
    return { type: step.type, key: `${step.type}:${'checkpointId' in step ? step.checkpointId : provider}` }
  } catch {
    // The flow shows and reports it.
    return { type: 'unavailable', key: 'failed' }
  }
}

/** The code of an error that the user did not see before. */
function newErrorOf(snapshot: FlowSnapshot, before: FlowSnapshot | undefined): string | undefined {
  if (snapshot.status === 'error') return before?.status === 'error' ? undefined : 'internal_error'
  const [error, last] = [errorsOf(snapshot), before && errorsOf(before)]
  return error.find((one, index) => one !== undefined && one !== last?.[index])?.code
}

/** The errors that a step shows, in the order in which they count. */
function errorsOf({ context: { error, intent, end, connectionError } }: FlowSnapshot) {
  return [error, !end && intent && 'error' in intent.step ? intent.step.error : undefined, connectionError]
}

/** A newer server, or a transport of the host, may send a code that is not in the list. */
function known(code: string): ErrorCode {
  return isKnown(code) ? code : 'internal_error'
}

/**
 * Looked up in the catalogue, which is in lazy chunks only: the list of codes would be in the first paint.
 */
const isKnown = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code)
