import { ConnectError, type ErrorCode } from '@connect-account/core'

/** What `onError` is given: a failure that a developer should know of. Never holds a secret. */
export interface ConnectErrorReport {
  /** The stable code to decide on. */
  readonly code: ErrorCode
  /** What happened and why, in a sentence or two. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
  /** The error below it: what your function threw, what `fetch` rejected with, or the kit's own `ConnectError`. */
  readonly cause: unknown
}

export type OnError = (report: ConnectErrorReport) => void

/** Reports one failure to `onError` and to the console. */
export type Report = (error: ConnectError) => void

/** What a user brings about in a flow that works: no developer has to do anything. */
const ownedByUser: readonly ErrorCode[] = [
  'intent_not_found',
  'intent_ended',
  'checkpoint_passed',
  'answer_not_expected',
  'resend_not_available',
  'resend_too_soon',
  'no_other_way',
  'account_not_found',
  'confirmation_pending',
  'link_expired',
  'link_used',
  'invalid_request',
  'invalid_credentials',
  'invalid_code',
  'captcha_rejected',
  'invalid_phone',
  'approval_declined',
  'consent_denied',
  'mail_settings_needed',
  'mail_settings_invalid',
  'app_password_needed',
  'proxy_failed',
  'provider_rate_limited',
  'provider_unavailable',
  'rate_limited',
]

/** Mistakes that stand as long as the component does: each is reported once, however often it renders. */
const standing: readonly ErrorCode[] = [
  'invalid_option',
  'option_changed',
  'unknown_provider',
  'provider_not_allowed',
  'captcha_not_supported',
]

/**
 * Reports failures to the function that `readOnError` returns at that moment, and to the console in every build. What the codes
 * mean is in a chunk of its own, which loads with the first failure.
 */
export function createReport(readOnError: () => OnError | undefined): Report {
  const reported = new Set<string>()
  return (error) => {
    if (ownedByUser.includes(error.code)) return
    if (standing.includes(error.code)) {
      if (reported.has(error.message)) return
      reported.add(error.message)
    }
    void deliver(error, readOnError)
  }
}

async function deliver(error: ConnectError, readOnError: () => OnError | undefined): Promise<void> {
  const report = await describe(error)
  console.error(`Connect Account: ${report.code}: ${report.message} ${report.remedy}`, report.cause)
  try {
    await readOnError()?.(report)
  } catch (cause) {
    console.error('Connect Account: callback_failed: "onError" threw an error.', cause)
  }
}

async function describe(error: ConnectError): Promise<ConnectErrorReport> {
  const { code, detail, cause = error } = error
  try {
    return (await import('./describe-failure.ts')).describeFailure(error)
  } catch {
    // The chunk cannot be had, as in most pages whose network is away: the report goes out all the same.
    const remedy =
      'The explanation of this code could not be loaded; it is in the error catalogue of @connect-account/core.'
    return { code, message: detail ?? 'The call failed.', remedy, cause }
  }
}

/** Calls a function of the host's. What it throws, or rejects with, is reported and stops nothing. */
export async function callHost(report: Report, name: string, call: () => unknown): Promise<void> {
  try {
    await call()
  } catch (cause) {
    report(hostFailure(name, cause))
  }
}

/** The failure of a function of the host's. */
export function hostFailure(name: string, cause: unknown): ConnectError {
  return new ConnectError('callback_failed', { detail: `"${name}" threw an error.`, cause })
}

/** A value as a `ConnectError`: what is none is a fault nobody foresaw. */
export function asConnectError(error: unknown): ConnectError {
  return error instanceof ConnectError ? error : new ConnectError('internal_error', { cause: error })
}
