import type { Refusal } from './refusal.ts'

/** A refusal on its way to the caller; the app's error handler gives it its form on the wire. */
export class WireError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`${refusal.type}: ${refusal.title}`)
    this.name = 'WireError'
    this.refusal = refusal
  }
}

/** The refusals that more than one place gives. */
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
      detail: 'It is unknown, solved or expired.',
    }),
  unknownProvider: (id: string) =>
    new WireError({
      status: 501,
      type: 'api/not_implemented',
      title: 'The sandbox does not play this provider',
      detail: `It knows nothing of "${id}".`,
    }),
  accountNotFound: () =>
    new WireError({ status: 404, type: 'api/resource_not_found', title: 'No such account' }),
  wrongCode: (detail?: string) =>
    new WireError({
      status: 401,
      type: 'provider/invalid_checkpoint_code',
      title: 'The code is not right',
      ...(detail !== undefined && { detail }),
    }),
  /** Nobody hears this one: the caller has left, or the sandbox is closing. */
  callEnded: () => new WireError({ status: 503, type: 'api/internal_error', title: 'The call was ended' }),
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
  /** The wire says only "an error" for codes that nobody scanned and approvals that nobody gave [?]. */
  waitedTooLong: (detail: string) =>
    new WireError({
      status: 504,
      type: 'provider/timeout',
      title: 'Nothing happened in time: the user must try again',
      detail,
    }),
  tooSoon: (seconds: number) =>
    new WireError({
      status: 429,
      type: 'api/too_many_requests',
      title: 'Sent a moment ago',
      detail: `It can be sent again in ${seconds} s.`,
      retryAfter: seconds,
    }),
} as const
