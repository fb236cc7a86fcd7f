import type { Refusal } from './refusal.ts'

/** A refusal that the app's error handler turns into a response. */
export class WireError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`${refusal.type}: ${refusal.title}`)
    this.name = 'WireError'
    this.refusal = refusal
  }
}

/** The refusals that several places use. */
export const refusals = {
  invalidParameters: (detail: string) =>
    new WireError({ status: 400, type: 'api/invalid_parameters', title: 'Invalid parameters', detail }),
  invalidCredentials: (detail: string) =>
    new WireError({
      status: 401,
      type: 'provider/invalid_credentials',
      title: 'The provider refused the sign-in',
      detail,
    }),
  intentNotFound: () =>
    new WireError({
      status: 404,
      type: 'api/resource_not_found',
      title: 'No such auth intent',
      detail: 'It is unknown, has ended or has expired.',
    }),
  unknownProvider: (id: string) =>
    new WireError({
      status: 501,
      type: 'api/not_implemented',
      title: 'The sandbox does not have this provider',
      detail: `Unknown provider "${id}".`,
    }),
  accountNotFound: () =>
    new WireError({ status: 404, type: 'api/resource_not_found', title: 'No such account' }),
  wrongCode: (detail?: string) =>
    new WireError({
      status: 401,
      type: 'provider/invalid_checkpoint_code',
      title: 'The code is wrong',
      ...(detail !== undefined && { detail }),
    }),
  /** Never received: the caller has disconnected, or the sandbox is closing. */
  callEnded: () => new WireError({ status: 503, type: 'api/internal_error', title: 'The call was aborted' }),
  notAllowed: (detail: string) =>
    new WireError({
      status: 405,
      type: 'provider/method_not_allowed',
      title: 'Not possible at this checkpoint',
      detail,
    }),
  badParameter: (detail: string) =>
    new WireError({
      status: 400,
      type: 'provider/invalid_parameters',
      title: 'The provider refused the value',
      detail,
    }),
  /** The docs say only "an error" for QR codes that were not scanned and sign-ins that were not approved [?]. */
  waitedTooLong: (detail: string) =>
    new WireError({
      status: 504,
      type: 'provider/timeout',
      title: 'The checkpoint timed out',
      detail,
    }),
  tooSoon: (seconds: number) =>
    new WireError({
      status: 429,
      type: 'api/too_many_requests',
      title: 'Too soon to resend',
      detail: `It can be resent in ${seconds} s.`,
      retryAfter: seconds,
    }),
} as const
