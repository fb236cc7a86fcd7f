/** What a user can correct in a field. The texts are in the messages of a locale. */
export const userFieldErrors = [
  'required',
  'invalid',
  'too_long',
  'not_an_option',
  'not_a_number',
  'not_an_email',
  /** `params.cookie`: the cookie's name at the provider. */
  'cookie_missing',
  /** The provider refused a cookie, often because it has expired. */
  'cookie_refused',
  /** `params.side`: `imap` or `smtp`, the mail server that refused it. */
  'password_refused',
  'app_password_needed',
  'server_not_found',
  'server_not_reachable',
  'server_timeout',
  'encryption_failed',
  'certificate_not_trusted',
  'port_out_of_range',
] as const

/** What only the program that made the request can correct. */
export const requestFieldErrors = [
  'unknown_member',
  'not_allowed',
  'not_public',
  'nested_too_deep',
  'other_provider',
  'unknown_provider',
  'unknown_method',
  'not_in_wizard',
] as const

export type UserFieldErrorCode = (typeof userFieldErrors)[number]

/**
 * Everything that can be wrong with one field. A code never changes its meaning; new ones may be added, so
 * treat a code you do not know as `invalid`.
 */
export type FieldErrorCode = UserFieldErrorCode | (typeof requestFieldErrors)[number]

/**
 * What is wrong with one field; never what the user typed. A newer server may send a code that this version
 * does not know.
 */
export interface FieldError<Code extends string = FieldErrorCode | (string & {})> {
  readonly name: string
  readonly code: Code
  /** Values for the text, such as the name of the missing cookie. */
  readonly params?: Readonly<Record<string, string>>
}
