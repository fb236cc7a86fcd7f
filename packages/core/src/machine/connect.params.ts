import { assertEvent } from 'xstate'
import { asConnectError } from '../errors/connect-error.ts'
import type { ConnectError } from '../errors/index.ts'
import type { Intent, StartInput } from '../protocol/index.ts'
import type { IntentInput } from './connect.actors.ts'
import { resumableId } from './connect.selectors.ts'
import type { ConnectContext, EndReason, FlowEnd, FlowEvent, IntentVerb } from './connect.types.ts'

/**
 * Why a call failed. A transport rejects with `ConnectError` only; anything else is a bug in the transport
 * and is reported as an internal error.
 */
export const causeOf = ({ event }: { event: { error: unknown } }): ConnectError => asConnectError(event.error)

/** Shows why a call failed, and reports it. */
export const recordError = [
  { type: 'fail', params: causeOf },
  { type: 'reportFailure', params: causeOf },
] as const

/** Ends the flow because the call was refused for good. */
export const endRefused = {
  type: 'end',
  params: (args: { event: { error: unknown } }): FlowEnd => ({
    outcome: { type: 'failed', error: { code: causeOf(args).code }, retryable: false },
    reason: 'answer',
  }),
} as const

/** Ends the start that has just failed. */
export const failStart = [{ type: 'closeStart', params: causeOf }, 'remember'] as const

/** The parameters of `show` for an intent that was returned or pushed at a checkpoint. */
export function shown({ acting }: ConnectContext, intent: Intent): { intent: Intent; reason: EndReason } {
  const reason = acting === 'cancel' ? 'user' : acting ? 'answer' : 'elsewhere'
  return { intent, reason }
}

/** Shows what a call at a checkpoint returned. */
export const showAnswer = {
  type: 'show',
  params: ({ context, event }: { context: ConnectContext; event: { output: Intent } }) =>
    shown(context, event.output),
} as const

/** The call for the intent that the state is about. */
export function intentInput(context: ConnectContext): IntentInput {
  return { transport: context.transport, intentId: known(resumableId(context), 'intent') }
}

/** The verb that started `acting`. */
export function verbOf(event: FlowEvent): IntentVerb {
  assertEvent(event, ['answer.submit', 'code.resend', 'challenge.request', 'cancel'])
  return event
}

export function startInput(context: ConnectContext, event: FlowEvent): StartInput {
  const { credentials, proxy } = 'credentials' in event ? event : {}
  const method = known(context.method, 'method')
  const accountId = context.reconnecting?.id ?? context.accountId
  return {
    provider: known(context.provider, 'provider').id,
    method: method.id,
    idempotencyKey: known(context.startKey, 'start'),
    ...(credentials && { credentials }),
    ...(proxy && { proxy }),
    ...(accountId !== undefined && { accountId }),
    ...(method.kind === 'consent' && context.describeReturn?.()),
  }
}

/** A missing value is a bug in the machine: throwing ends the actor, and the error is reported. */
function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The flow has no ${name} in this state.`)
  return value
}
