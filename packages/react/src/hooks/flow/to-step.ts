import {
  type CheckpointError,
  type ConnectError,
  type Display,
  type Intent,
  isOutcome,
  type Method,
  type Outcome,
  type Provider,
  Secret,
  type Step,
} from '@connect-account/core'
import { type ConnectContext, errorCodeOf, type FlowEvent, hasForm } from '@connect-account/core/internal'
import type { ConnectOptions } from './connect-options.ts'
import type {
  ConnectStep,
  ConnectStepOf,
  Pending,
  ShownOnPhone,
  StepError,
  SyncListener,
} from './connect-step.ts'
import type { FlowSnapshot } from './flow-snapshot.ts'
import type { FormValues, TypedValues } from './typed-values.ts'

/** The verbs at a checkpoint that exist only if the host's options ask for them. */
type OptionalVerbs = Pick<ConnectStepOf<'unsupported'>, 'phoneLink' | 'continueElsewhere'>

interface Wiring {
  send(event: FlowEvent): void
  readonly close: (() => void) | undefined
  openConsent(url: string, intentId: string): void
  /** Whether the consent page was opened in a popup. */
  readonly isConsentOpen: boolean
  readonly options: Pick<ConnectOptions, 'loginHint' | 'waitForSync'>
  readonly typed: TypedValues
  optionalVerbs(intent: Intent): OptionalVerbs
}

/** The step that the user sees in this state of the machine, with its available verbs. */
export function toStep(snapshot: FlowSnapshot, wiring: Wiring): ConnectStep {
  const { context } = snapshot
  const { send, options } = wiring
  const { provider, method, offered, error, intent, end } = context
  const account = context.reconnecting ?? context.account
  const cancel = () => send({ type: 'cancel' })
  const back = offered.length > 1 && { back: () => send({ type: 'back' }) }
  const failure = error && { error: ofConnectError(error) }

  if (end) return toEndStep(end.outcome, context, wiring)
  if (snapshot.matches('atCheckpoint') && intent && !isOutcome(intent.step))
    return toCheckpointStep(intent.step, intent, context, wiring)
  if (snapshot.matches('unavailable') && failure)
    return { type: 'unavailable', retry: () => send({ type: 'retry' }), cancel, ...failure, ...back }
  if (snapshot.matches('choosingProvider'))
    return {
      type: 'choosing_provider',
      providers: offered,
      choose: (providerId, methodId) => send({ type: 'provider.choose', providerId, methodId }),
      cancel,
    }
  // The form stays while its answer is pending, so that nothing typed is lost.
  const pending =
    (snapshot.matches('starting') && 'submit') ||
    (snapshot.matches('canceling') && context.startKey !== undefined && 'cancel')
  const isSigningIn = snapshot.matches('enteringCredentials') || (pending && hasForm(method))
  if (isSigningIn && provider && method && method.kind !== 'consent')
    return {
      type: 'credentials',
      provider,
      method,
      pending,
      known: {
        ...hinted(method, options.loginHint),
        ...(account?.provider === provider.id && account.values),
        ...wiring.typed.read(provider.id),
      },
      ...reconnecting(context),
      keep: (values) => wiring.typed.write(provider.id, values),
      submit: (values, proxy) =>
        send({
          type: 'credentials.submit',
          credentials: new Secret(values),
          ...(proxy && { proxy: new Secret(proxy) }),
        }),
      chooseMethod: (methodId) => send({ type: 'method.choose', methodId }),
      cancel,
      ...failure,
      ...back,
    }
  return { type: 'preparing', cancel, ...(provider && { provider }) }
}

const pendingByVerb = {
  'answer.submit': 'submit',
  'code.resend': 'resend',
  'challenge.request': 'switch',
  cancel: 'cancel',
} as const satisfies Record<string, Pending>

function toCheckpointStep(
  step: Exclude<Step, Outcome>,
  intent: Intent,
  context: ConnectContext,
  { send, openConsent, isConsentOpen, optionalVerbs, options, typed }: Wiring,
): ConnectStep {
  const { id: checkpointId, error: refusal, ...data } = step
  const error = context.error ? ofConnectError(context.error) : refusal && ofCheckpointError(refusal)
  const common = {
    provider: context.provider ?? unknownProvider(intent.provider),
    checkpointId,
    pending: context.acting !== undefined && pendingByVerb[context.acting],
    connection: context.connection,
    ...(context.connectionError && { connectionError: ofConnectError(context.connectionError) }),
    cancel: () => send({ type: 'cancel' }),
    ...reconnecting(context),
    ...(error && { error }),
    ...optionalVerbs(intent),
  }
  const submit = (value: string) => send({ type: 'answer.submit', checkpointId, answer: new Secret(value) })
  const tryAnotherWay = () => send({ type: 'challenge.request' })
  const localTime = (serverTime: string) => Date.parse(serverTime) + context.clockOffset
  const onPhone = ({ expiresAt, ...shown }: Display): ShownOnPhone => ({
    ...shown,
    ...(expiresAt !== undefined && { expiresAt: localTime(expiresAt) }),
  })

  switch (data.type) {
    case 'otp':
    case 'two_factor':
    case 'otp_or_in_app':
    case 'in_app': {
      const { show, resendAt, ...shown } = { show: undefined, ...data }
      const switchable = {
        ...common,
        tryAnotherWay,
        ...(show && { show: onPhone(show) }),
        ...(resendAt !== undefined && {
          resend: { availableAt: localTime(resendAt), send: () => send({ type: 'code.resend' }) },
        }),
      }
      return shown.type === 'in_app' ? { ...switchable, ...shown } : { ...switchable, ...shown, submit }
    }
    case 'phone': {
      const known = typed.read(intent.provider)[PHONE] ?? phoneIn(options.loginHint)
      return {
        ...common,
        ...data,
        ...(known !== undefined && { known }),
        keep: (phone: string) => typed.write(intent.provider, { [PHONE]: phone }),
        submit,
      }
    }
    case 'captcha':
      return { ...common, ...data, submit, tryAnotherWay }
    case 'qr':
      return {
        ...common,
        ...data,
        shownAt: localTime(data.shownAt),
        expiresAt: localTime(data.expiresAt),
        refresh: tryAnotherWay,
      }
    case 'show':
      return { ...common, type: data.type, show: onPhone(data.show), refresh: tryAnotherWay }
    case 'contract':
      return { ...common, ...data, choose: submit }
    case 'challenge':
      return {
        ...common,
        ...data,
        choose: (challenge: string) => send({ type: 'challenge.request', challenge }),
      }
    case 'loading':
      return { ...common, ...data }
    case 'consent':
      return { ...common, ...data, isOpen: isConsentOpen, open: () => openConsent(data.url, intent.id) }
    case 'unsupported':
      return { ...common, ...data, restart: () => send({ type: 'restart' }) }
    default:
      data satisfies never
      // A transport of the host may return a step that this version does not know.
      throw new Error('The intent is at an unknown step.')
  }
}

function toEndStep(outcome: Outcome, context: ConnectContext, wiring: Wiring): ConnectStep {
  const { send, close, options, typed } = wiring
  const provider = context.provider ?? unknownProvider(context.intent?.provider)
  const restart = () => send({ type: 'restart' })
  const retry = () => send({ type: 'retry' })
  const another = () => {
    typed.clear()
    restart()
  }

  switch (outcome.type) {
    case 'linked':
    case 'relinked': {
      const { transport } = context
      const shown = {
        ...outcome,
        provider,
        close,
        waitForSync: options.waitForSync,
        ...(transport.watchAccount && {
          watchSync: (onSync: SyncListener) =>
            transport.watchAccount?.(outcome.account.id, (account) => onSync(account?.initialSync)) ?? noop,
        }),
      }
      return shown.type === 'linked' ? { ...shown, restart: another } : shown
    }
    case 'duplicate': {
      const { account } = outcome
      return {
        ...outcome,
        provider,
        close,
        restart: another,
        ...(account &&
          account.status !== 'running' && {
            reconnect: () => send({ type: 'reconnect', account }),
          }),
      }
    }
    case 'restricted':
      return { ...outcome, provider, close, restart: another }
    case 'mismatch': {
      const { values = {} } = context.reconnecting ?? context.account ?? {}
      return {
        ...outcome,
        provider,
        close,
        retry() {
          // The form then has the name of the right account instead of the wrong one.
          if (Object.keys(values).length > 0) typed.clear()
          retry()
        },
        ...reconnecting(context),
      }
    }
    case 'canceled':
      return { ...outcome, reason: context.end?.reason ?? 'user', close, restart }
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

function ofConnectError({ code, retryAfter, fields, prefill, helpUrl }: ConnectError): StepError {
  return { code, retryAfter, fields, prefill, helpUrl }
}

function ofCheckpointError({ code, retryAfter }: CheckpointError): StepError {
  return { code: errorCodeOf(code), retryAfter }
}

/** The account that is reconnected, if its name is known. */
function reconnecting(context: ConnectContext): { readonly reconnecting?: string } {
  const { name } = context.reconnecting ?? context.account ?? {}
  return name === undefined ? {} : { reconnecting: name }
}

/** The name of the phone number among what was typed. No field of a form has it. */
const PHONE = 'phone'

/** The sign-in name at the fields that ask for one. */
function hinted(method: Method, loginHint: string | undefined): FormValues {
  if (loginHint === undefined || method.kind !== 'form') return {}
  const fields = method.fields.filter(({ autocomplete }) => autocomplete === 'username')
  return Object.fromEntries(fields.map(({ name }) => [name, loginHint]))
}

/** A sign-in name that is a phone number. */
function phoneIn(loginHint: string | undefined): string | undefined {
  return loginHint !== undefined && /^\+?[\d\s().-]{7,}$/.test(loginHint) ? loginHint : undefined
}

const noop = () => {}

/** The provider of a resumed intent may not be among those that the session offers. */
function unknownProvider(id = 'unknown'): Provider {
  return { id, name: id, kind: 'social', icon: [], methods: [] }
}
