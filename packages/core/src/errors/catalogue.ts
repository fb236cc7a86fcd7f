import type { ErrorCode } from './codes.ts'

/** What a developer needs to know of an error code. */
export interface ErrorDescription {
  /** The HTTP status it is answered with. */
  readonly status: number
  /** A short, stable summary: the problem document's `title`. */
  readonly title: string
  /** Why it happens. */
  readonly cause: string
  /** What to do about it. */
  readonly remedy: string
  /** Whether the same call can succeed later without anything being changed. */
  readonly retryable: boolean
}

/**
 * Cause and remedy of every error code. The browser's bundle never imports this: components speak to users from their
 * message catalogue, and developers read the problem document that the server builds from here.
 */
export const errorCatalogue: Readonly<Record<ErrorCode, ErrorDescription>> = {
  invalid_request: {
    status: 400,
    title: 'The request is not valid',
    cause: 'A field is missing, has the wrong type, or is not one that this call takes.',
    remedy: 'Correct the fields listed under "fields".',
    retryable: false,
  },
  invalid_json: {
    status: 400,
    title: 'The body is not JSON',
    cause: 'The body could not be parsed as a JSON object.',
    remedy: 'Send one JSON object, encoded as UTF-8.',
    retryable: false,
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    cause: 'The body is longer than the handler accepts.',
    remedy: 'Send at most 64 kB.',
    retryable: false,
  },
  unsupported_media_type: {
    status: 415,
    title: 'The content type is not JSON',
    cause: 'The body was not declared as application/json.',
    remedy: 'Send the header "Content-Type: application/json".',
    retryable: false,
  },
  not_found: {
    status: 404,
    title: 'There is nothing here',
    cause: 'No route of the handler has this path.',
    remedy: 'Check the path, and the base that the handler is mounted at.',
    retryable: false,
  },
  method_not_allowed: {
    status: 405,
    title: 'The method is not allowed here',
    cause: 'The route exists, but not with this HTTP method.',
    remedy: 'Use one of the methods in the "Allow" header.',
    retryable: false,
  },
  unknown_provider: {
    status: 404,
    title: 'The provider is not known',
    cause: 'The catalogue has no provider with this id.',
    remedy: 'Use an id that GET providers lists.',
    retryable: false,
  },
  provider_not_allowed: {
    status: 403,
    title: 'The provider is not allowed in this session',
    cause: 'The session token names the providers it may link, and this is not one of them.',
    remedy: 'Mint the session with this provider, or offer only those that GET providers lists.',
    retryable: false,
  },
  unknown_method: {
    status: 400,
    title: 'The provider has no such method',
    cause: 'The provider cannot be linked in this way.',
    remedy: "Use one of the provider's methods that GET providers lists.",
    retryable: false,
  },
  idempotency_conflict: {
    status: 409,
    title: 'The idempotency key was used for another request',
    cause: 'An intent with another provider, method or account was started under this key.',
    remedy: 'Use a fresh key for each attempt, and the same key only to repeat the same attempt.',
    retryable: false,
  },
  session_missing: {
    status: 401,
    title: 'No session',
    cause: 'The request carries no session token.',
    remedy: 'Send "Authorization: Bearer <token>" with a token that the host minted for its signed-in user.',
    retryable: false,
  },
  session_invalid: {
    status: 401,
    title: 'The session is not valid',
    cause: 'The session token is malformed, or was not signed by this host.',
    remedy: 'Fetch a new token from the host.',
    retryable: false,
  },
  session_expired: {
    status: 401,
    title: 'The session has expired',
    cause: "The session token's time is over.",
    remedy: 'Fetch a new token from the host and repeat the call.',
    retryable: true,
  },
  intent_not_found: {
    status: 404,
    title: 'There is no such intent',
    cause: "The intent does not exist, or is not of this session's user.",
    remedy: 'Start a new intent.',
    retryable: false,
  },
  intent_ended: {
    status: 409,
    title: 'The intent has ended',
    cause: 'The intent already has an outcome, and an outcome is final.',
    remedy: 'Read the intent for its outcome, and start a new one to try again.',
    retryable: false,
  },
  checkpoint_passed: {
    status: 409,
    title: 'The checkpoint has passed',
    cause: 'The answer is for a checkpoint that is no longer the current one.',
    remedy: 'Read the intent and answer its current checkpoint.',
    retryable: false,
  },
  answer_not_expected: {
    status: 409,
    title: 'This checkpoint takes no answer',
    cause: 'The user acts elsewhere for this checkpoint: on the phone, or at the provider.',
    remedy: 'Wait for the next revision of the intent.',
    retryable: false,
  },
  resend_not_available: {
    status: 409,
    title: 'There is nothing to send again',
    cause: 'The current checkpoint did not send anything, or the provider cannot repeat it.',
    remedy: 'Try another way, or start again.',
    retryable: false,
  },
  resend_too_soon: {
    status: 429,
    title: 'Too soon to send again',
    cause: 'The last message was sent only moments ago.',
    remedy: 'Wait for the seconds in "Retry-After".',
    retryable: true,
  },
  no_other_way: {
    status: 409,
    title: 'The provider offers no other way',
    cause: 'The provider has a single way to pass this checkpoint.',
    remedy: 'Pass it as asked, or cancel.',
    retryable: false,
  },
  account_not_found: {
    status: 404,
    title: 'There is no such account',
    cause: "The account does not exist, or is not of this session's user.",
    remedy: 'List the accounts and use one of their ids.',
    retryable: false,
  },
  invalid_credentials: {
    status: 401,
    title: 'The provider refused the credentials',
    cause: 'The sign-in name or the password is wrong.',
    remedy: 'Ask the user to check both and to try again.',
    retryable: false,
  },
  invalid_code: {
    status: 422,
    title: 'The provider refused the code',
    cause: 'The code is wrong, or too old.',
    remedy: 'Ask the user for the newest code, or send a new one.',
    retryable: false,
  },
  captcha_rejected: {
    status: 422,
    title: 'The provider refused the captcha',
    cause: "The captcha's token is wrong, used, or too old.",
    remedy: 'Solve a fresh captcha.',
    retryable: false,
  },
  invalid_phone: {
    status: 422,
    title: 'The provider refused the phone number',
    cause: 'The number is not one that the provider can send a code to.',
    remedy: 'Ask the user for another number, with its country.',
    retryable: false,
  },
  approval_declined: {
    status: 422,
    title: 'The sign-in was declined on the phone',
    cause: 'The user, or someone else with the phone, answered no.',
    remedy: 'Start again, and approve the notification.',
    retryable: false,
  },
  consent_denied: {
    status: 422,
    title: 'The consent was denied',
    cause: "The user answered no at the provider's consent page, or left it.",
    remedy: 'Start again, and allow the access.',
    retryable: false,
  },
  mail_settings_needed: {
    status: 422,
    title: "The mail server's settings are not known",
    cause: 'No published settings were found for the address, or the ones found do not work.',
    remedy: 'Ask the user for the server settings; "prefill" holds what was found.',
    retryable: false,
  },
  mail_settings_invalid: {
    status: 422,
    title: "The mail server's settings do not work",
    cause: 'A host, port, encryption or certificate does not work as given.',
    remedy: 'Correct the fields listed under "fields".',
    retryable: false,
  },
  app_password_needed: {
    status: 422,
    title: 'The mail host wants an app password',
    cause: "The host refuses a person's own password to mail programs.",
    remedy: 'Send the user to "helpUrl" to make an app password, and ask for it.',
    retryable: false,
  },
  proxy_failed: {
    status: 502,
    title: 'The proxy does not work',
    cause: 'The provider could not be reached through the proxy that was chosen.',
    remedy: 'Check its address and its credentials, or choose another one.',
    retryable: true,
  },
  return_not_allowed: {
    status: 400,
    title: 'The return address is not allowed',
    cause: "The address is on none of the origins that the host's settings allow.",
    remedy: 'Add its origin to "returnOrigins", or return to an address on the handler\'s own origin.',
    retryable: false,
  },
  confirmation_pending: {
    status: 409,
    title: 'The link is not confirmed yet',
    cause: "The provider's page was passed, and Unipile's signed webhook that proves it has not arrived.",
    remedy: 'Wait; if it stays, check that the webhook endpoint is reachable and its secret is set.',
    retryable: true,
  },
  provider_rate_limited: {
    status: 429,
    title: 'The provider asks to slow down',
    cause: 'The provider has seen too many attempts for this user.',
    remedy: 'Wait for the seconds in "Retry-After", or a few minutes.',
    retryable: true,
  },
  provider_unavailable: {
    status: 503,
    title: 'The provider is not available',
    cause: 'The provider is down, or does not answer in time.',
    remedy: 'Try again in a few minutes.',
    retryable: true,
  },
  upstream_unauthorized: {
    status: 502,
    title: 'Unipile refused the API key',
    cause: "The host's API key is wrong or expired, or its subscription is inactive.",
    remedy: 'Check UNIPILE_API_KEY and the subscription.',
    retryable: false,
  },
  upstream_rejected: {
    status: 502,
    title: 'Unipile refused the request',
    cause: 'Unipile answered with an error that says nothing about the user.',
    remedy: 'Read "detail"; if it is a type unknown to this version, update it.',
    retryable: false,
  },
  upstream_rate_limited: {
    status: 503,
    title: 'Unipile asks to slow down',
    cause: "The host's application has made too many calls.",
    remedy: 'Wait for the seconds in "Retry-After".',
    retryable: true,
  },
  upstream_unavailable: {
    status: 503,
    title: 'Unipile is not available',
    cause: 'Unipile answered with a server error.',
    remedy: 'Try again in a moment.',
    retryable: true,
  },
  upstream_timeout: {
    status: 504,
    title: 'Unipile did not answer in time',
    cause: 'The call took longer than its time-out.',
    remedy: 'Try again in a moment.',
    retryable: true,
  },
  upstream_unreachable: {
    status: 502,
    title: 'Unipile could not be reached',
    cause: 'The connection could not be made, or was closed before the answer.',
    remedy: 'Check UNIPILE_API_URL and the network, then try again.',
    retryable: true,
  },
  upstream_invalid_answer: {
    status: 502,
    title: 'Unipile answered something unreadable',
    cause: 'The answer is not JSON, or not of the shape that this version knows.',
    remedy: 'Try again; if it stays, update this package.',
    retryable: true,
  },
  network_unreachable: {
    status: 503,
    title: 'The host could not be reached',
    cause: 'The browser is offline, or the request was blocked or cut.',
    remedy: 'Check the connection, and that the handler is mounted at "baseUrl" and allows this origin.',
    retryable: true,
  },
  network_timeout: {
    status: 504,
    title: 'The host did not answer in time',
    cause: 'The call took longer than its time-out.',
    remedy: 'Try again.',
    retryable: true,
  },
  unexpected_answer: {
    status: 502,
    title: 'The host answered something unreadable',
    cause:
      'The answer is not of the shape that this version knows; often a proxy, or another app at that path.',
    remedy:
      'Check that "baseUrl" is where the handler is mounted, and that both packages have the same version.',
    retryable: true,
  },
  captcha_not_supported: {
    status: 501,
    title: 'No captcha adapter is registered',
    cause: 'The provider asked for a captcha, and the host gave the component no adapter that can show it.',
    remedy: 'Pass an adapter in the "captcha" prop.',
    retryable: false,
  },
  webhook_invalid: {
    status: 401,
    title: 'The webhook is not authentic',
    cause: 'The signature is missing, wrong, or more than five minutes off.',
    remedy: 'Check the webhook secret and the clock.',
    retryable: false,
  },
  invalid_setting: {
    status: 500,
    title: 'A setting is wrong',
    cause: 'The handler was created with a setting that cannot work.',
    remedy: 'Set what the message names.',
    retryable: false,
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    cause: 'This session has made too many calls in a short time.',
    remedy: 'Wait for the seconds in "Retry-After".',
    retryable: true,
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong in the host',
    cause: "An unforeseen failure; its details are in the host's log.",
    remedy: 'Try again; if it stays, report the code and the time.',
    retryable: true,
  },
}
