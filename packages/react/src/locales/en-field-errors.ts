import type { UserFieldErrorCode } from '@connect-account/core'

/** The text of a field's error. A function takes the field's label and the error's parameters. */
export type FieldWords = string | ((label: string, params: Readonly<Record<string, string>>) => string)

/** What is wrong with a field, and what to do. Loaded with the first error. */
export const enFieldErrors = {
  fieldErrors: {
    required: (label: string) => `Enter your ${label.toLowerCase()}.`,
    invalid: 'This wasn’t accepted. Check it and try again.',
    too_long: 'This is too long. Check it and try again.',
    not_an_option: 'Choose one of the options.',
    not_a_number: 'Enter a whole number.',
    cookie_missing: (_label: string, { cookie = '' }: Readonly<Record<string, string>>) =>
      `The ${cookie} cookie is missing. Paste it too.`,
    password_refused: 'The server refused this email and password. Check both.',
    app_password_needed: 'Enter an app password here.',
    server_not_found: 'No server has this name. Check it.',
    server_not_reachable: 'No server responds on this host and port. Check both.',
    server_timeout: 'The server didn’t respond in time on this port. Check it.',
    encryption_failed: 'This port doesn’t support this encryption. Choose another one.',
    certificate_not_trusted:
      'The server’s certificate isn’t trusted, or is for a different name. Check the name.',
    port_out_of_range: 'Enter a port between 1 and 65535.',
  } satisfies Record<UserFieldErrorCode, FieldWords>,
}
