import {
  type CheckpointError,
  type ConnectContext,
  type ConnectError,
  type ConnectEvent,
  isErrorCode,
  isOutcome,
  type Outcome,
  type Provider,
  Secret,
  type Step,
} from '@connect-account/core'
import type { ConnectStep, Pending, Resend, StepError } from './connect-step.ts'

/** What the view reads of the machine: enough to choose the step, nothing that ties the hook's callers to xstate. */
export interface FlowState {
  readonly phase: 'preparing' | 'unavailable' | 'choosing' | 'signingIn' | 'atCheckpoint' | 'ended'
  readonly pending: Pending
  readonly context: ConnectContext
}

interface Wiring {
  send(event: ConnectEvent): void
  close(): void
}

/** The step that the user sees in this state, with its legal verbs. */
export function toStep({ phase, pending, context }: FlowState, { send, close }: Wiring): ConnectStep {
  const { provider, method, offered, error, intent, outcome } = context
  const cancel = () => send({ type: 'cancel' })
  const back = offered.length > 1 && { back: () => send({ type: 'back' }) }
  const failure = error && { error: ofConnectError(error) }

  switch (phase) {
    case 'preparing':
      return { type: 'preparing', cancel, ...(provider && { provider }) }
    case 'unavailable':
      return {
        type: 'unavailable',
        error: failure?.error ?? { code: 'internal_error' },
        retry: () => send({ type: 'retry' }),
        cancel,
        ...back,
      }
    case 'choosing':
      return {
        type: 'choosing_provider',
        providers: offered,
        choose: (providerId, methodId) => send({ type: 'provider.choose', providerId, methodId }),
        cancel,
      }
    case 'signingIn':
      if (!provider || !method) return { type: 'preparing', cancel }
      return {
        type: 'credentials',
        provider,
        method,
        pending,
        submit: (values) => send({ type: 'credentials.submit', credentials: new Secret(values) }),
        chooseMethod: (methodId) => send({ type: 'method.choose', methodId }),
        cancel,
        ...failure,
        ...back,
      }
    case 'atCheckpoint':
      if (!intent || isOutcome(intent.step))
        return { type: 'preparing', cancel, ...(provider && { provider }) }
      return toCheckpointStep(
        intent.step,
        pending,
        context,
        provider ?? unknownProvider(intent.provider),
        send,
      )
    case 'ended':
      return toEndStep(outcome ?? { type: 'cancelled' }, context, { send, close })
    default:
      return phase satisfies never
  }
}

function toCheckpointStep(
  step: Exclude<Step, Outcome>,
  pending: Pending,
  context: ConnectContext,
  provider: Provider,
  send: Wiring['send'],
): ConnectStep {
  const localTime = (serverTime: string) => Date.parse(serverTime) + context.clockOffset
  const answer = (value: string) =>
    send({ type: 'answer.submit', checkpointId: step.id, answer: new Secret(value) })
  const tryAnotherWay = () => send({ type: 'challenge.request' })
  const error = context.error ? ofConnectError(context.error) : step.error && ofCheckpointError(step.error)
  const common = {
    provider,
    checkpointId: step.id,
    pending,
    connection: context.connection,
    cancel: () => send({ type: 'cancel' }),
    ...(error && { error }),
  }
  const resend = (resendAt: string | undefined): { resend?: Resend } =>
    resendAt === undefined
      ? {}
      : { resend: { availableAt: localTime(resendAt), send: () => send({ type: 'code.resend' }) } }

  switch (step.type) {
    case 'otp':
    case 'otp_or_in_app':
      return {
        ...common,
        type: step.type,
        submit: answer,
        tryAnotherWay,
        ...resend(step.resendAt),
        ...(step.channel && { channel: step.channel }),
      }
    case 'two_factor':
      return {
        ...common,
        type: 'two_factor',
        platform: step.platform,
        submit: answer,
        tryAnotherWay,
        ...resend(step.resendAt),
      }
    case 'in_app':
      return { ...common, type: 'in_app', tryAnotherWay, ...resend(step.resendAt) }
    case 'phone':
      return { ...common, type: 'phone', submit: answer }
    case 'captcha':
      return {
        ...common,
        type: 'captcha',
        publicKey: step.publicKey,
        data: step.data,
        submit: answer,
        tryAnotherWay,
      }
    case 'qr':
      return {
        ...common,
        type: 'qr',
        qrcode: step.qrcode,
        shownAt: localTime(step.shownAt),
        expiresAt: localTime(step.expiresAt),
        round: step.round,
        refresh: tryAnotherWay,
      }
    case 'contract':
      return { ...common, type: 'contract', options: step.options, choose: answer }
    case 'challenge':
      return {
        ...common,
        type: 'challenge',
        options: step.options,
        choose: (challenge) => send({ type: 'challenge.request', challenge }),
      }
    case 'loading':
      return { ...common, type: 'loading' }
    case 'oauth':
      return { ...common, type: 'oauth', url: step.url }
    case 'unsupported':
      return { ...common, type: 'unsupported', name: step.name, restart: () => send({ type: 'restart' }) }
    default:
      return step satisfies never
  }
}

function toEndStep(outcome: Outcome, context: ConnectContext, { send, close }: Wiring): ConnectStep {
  const provider = context.provider ?? unknownProvider(context.intent?.provider ?? '')
  const restart = () => send({ type: 'restart' })
  const retry = () => send({ type: 'retry' })

  switch (outcome.type) {
    case 'linked':
      return { ...outcome, provider, close, restart }
    case 'relinked':
      return { ...outcome, provider, close }
    case 'duplicate':
    case 'restricted':
      return { ...outcome, provider, close, restart }
    case 'mismatch':
      return { ...outcome, provider, close, retry }
    case 'cancelled':
      return { ...outcome, close, restart }
    case 'expired':
      return { ...outcome, provider, close, retry, ...(context.method && { method: context.method }) }
    case 'failed':
      return {
        type: 'failed',
        error: ofCheckpointError(outcome.error),
        close,
        restart,
        ...(context.provider && { provider: context.provider }),
        ...(outcome.retryable && { retry }),
      }
    default:
      return outcome satisfies never
  }
}

function ofConnectError({ code, retryAfter, fields }: ConnectError): StepError {
  return { code, ...(retryAfter !== undefined && { retryAfter }), ...(fields && { fields }) }
}

/** A code that only a newer server knows is told as the general one. */
function ofCheckpointError({ code, retryAfter }: CheckpointError): StepError {
  return {
    code: isErrorCode(code) ? code : 'internal_error',
    ...(retryAfter !== undefined && { retryAfter }),
  }
}

/** The session may not offer the provider of an intent that it resumes. */
function unknownProvider(id: string): Provider {
  return { id, name: id, kind: 'social', icon: { path: '', color: '#6b7280' }, methods: [] }
}
