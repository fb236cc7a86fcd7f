import type { Method, MethodOf, Provider } from '@connect-account/core'
import { sampleAccount } from '@connect-account/core/testing'
import type { ConnectStepMap, ConnectStepType } from '../hooks/flow/connect-step.ts'

/** A function that only records that it was called. */
type RecordVerb = (verb: string) => (...args: unknown[]) => void

interface StepParts {
  readonly provider: Provider
  readonly method: Method | undefined
  readonly verb: RecordVerb
}

/** The step of each type. */
type StepByType = { readonly [T in ConnectStepType]: { readonly type: T } & ConnectStepMap[T] }

type Samples = { readonly [T in ConnectStepType]: (parts: StepParts) => StepByType[T] }

const CODE = { format: 'digits', length: 6 } as const
/** Milliseconds that a sample QR code is shown. */
const QR_MS = 60_000

/** A sample of each step, as of now, whose verbs record their calls. */
export const sampleSteps: Samples = {
  preparing: ({ verb }) => ({ type: 'preparing', cancel: verb('cancel') }),
  unavailable: ({ verb }) => ({
    type: 'unavailable',
    error: { code: 'network_unreachable' },
    retry: verb('retry'),
    cancel: verb('cancel'),
  }),
  choosing_provider: ({ provider, verb }) => ({
    type: 'choosing_provider',
    providers: [provider],
    choose: verb('choose'),
    cancel: verb('cancel'),
  }),
  credentials: ({ provider, method, verb }) => ({
    type: 'credentials',
    provider,
    method: formOf(provider, method),
    pending: false,
    known: {},
    keep: () => {},
    submit: verb('submit'),
    chooseMethod: verb('chooseMethod'),
    cancel: verb('cancel'),
  }),
  otp: (parts) => ({ type: 'otp', ...codeCheckpoint(parts), channel: 'email' }),
  two_factor: (parts) => ({ type: 'two_factor', ...codeCheckpoint(parts), platform: 'app' }),
  otp_or_in_app: (parts) => ({ type: 'otp_or_in_app', ...codeCheckpoint(parts), channel: 'email' }),
  in_app: (parts) => ({ type: 'in_app', ...checkpoint(parts), tryAnotherWay: parts.verb('tryAnotherWay') }),
  show: (parts) => ({
    type: 'show',
    ...checkpoint(parts),
    show: { kind: 'code', value: '4827', label: '4827' },
    refresh: parts.verb('refresh'),
    otherMethods: [],
    chooseMethod: parts.verb('chooseMethod'),
  }),
  phone: (parts) => ({ type: 'phone', ...checkpoint(parts), keep: () => {}, submit: parts.verb('submit') }),
  captcha: (parts) => ({
    type: 'captcha',
    ...checkpoint(parts),
    publicKey: null,
    data: null,
    submit: parts.verb('submit'),
    tryAnotherWay: parts.verb('tryAnotherWay'),
  }),
  qr: (parts) => ({
    type: 'qr',
    ...checkpoint(parts),
    qrcode: 'sample-qr-code',
    shownAt: Date.now(),
    expiresAt: Date.now() + QR_MS,
    round: 1,
    refresh: parts.verb('refresh'),
    otherMethods: [],
    chooseMethod: parts.verb('chooseMethod'),
  }),
  contract: (parts) => ({
    type: 'contract',
    ...checkpoint(parts),
    options: [
      { id: 'first', label: 'First contract' },
      { id: 'second', label: 'Second contract' },
    ],
    choose: parts.verb('choose'),
  }),
  challenge: (parts) => ({
    type: 'challenge',
    ...checkpoint(parts),
    options: [
      { id: 'sms', label: 'Text message' },
      { id: 'email', label: 'Email' },
    ],
    choose: parts.verb('choose'),
  }),
  loading: (parts) => ({ type: 'loading', ...checkpoint(parts) }),
  consent: (parts) => ({
    type: 'consent',
    ...checkpoint(parts),
    url: 'https://provider.example/consent',
    isOpen: false,
    open: parts.verb('open'),
  }),
  unsupported: (parts) => ({
    type: 'unsupported',
    ...checkpoint(parts),
    name: 'sample',
    restart: parts.verb('restart'),
  }),
  linked: (parts) => ({ type: 'linked', ...linked(parts), restart: parts.verb('restart') }),
  relinked: (parts) => ({ type: 'relinked', ...linked(parts) }),
  duplicate: ({ provider, verb }) => ({
    type: 'duplicate',
    provider,
    close: verb('close'),
    restart: verb('restart'),
  }),
  restricted: ({ provider, verb }) => ({
    type: 'restricted',
    provider,
    close: verb('close'),
    restart: verb('restart'),
  }),
  mismatch: ({ provider, verb }) => ({
    type: 'mismatch',
    provider,
    close: verb('close'),
    retry: verb('retry'),
  }),
  canceled: ({ verb }) => ({
    type: 'canceled',
    reason: 'user',
    close: verb('close'),
    restart: verb('restart'),
  }),
  expired: ({ provider, verb }) => ({
    type: 'expired',
    provider,
    close: verb('close'),
    retry: verb('retry'),
  }),
  failed: ({ provider, verb }) => ({
    type: 'failed',
    provider,
    error: { code: 'provider_unavailable' },
    close: verb('close'),
    retry: verb('retry'),
    restart: verb('restart'),
  }),
}

/** The members of every checkpoint. */
function checkpoint({ provider, verb }: StepParts) {
  return {
    provider,
    checkpointId: 'sample',
    pending: false,
    connection: 'live',
    cancel: verb('cancel'),
  } as const
}

function codeCheckpoint(parts: StepParts) {
  return {
    ...checkpoint(parts),
    ...CODE,
    submit: parts.verb('submit'),
    tryAnotherWay: parts.verb('tryAnotherWay'),
    resend: { availableAt: Date.now(), send: parts.verb('resend') },
  }
}

function linked({ provider, verb }: StepParts) {
  return { provider, account: { ...sampleAccount, provider: provider.id }, close: verb('close') }
}

function formOf(provider: Provider, method: Method | undefined): MethodOf<'form' | 'qr'> {
  const form = method ?? provider.methods.find(({ kind }) => kind !== 'consent')
  if (form && form.kind !== 'consent') return form
  throw new TypeError(`${provider.name} has no form: its user signs in at a consent page.`)
}
