import type { UserFieldErrorCode } from '@connect-account/core'

/** Words about a field; a function takes the field's label and what the error names. */
export type FieldWords = string | ((label: string, params: Readonly<Record<string, string>>) => string)

/** The English words for what the server refuses in a field; they load with the first refusal. */
export const enFieldErrors = {
  fieldErrors: {
    required: (label: string) => `Enter your ${label.toLowerCase()}.`,
    invalid: 'This was not accepted. Check it and try again.',
    too_long: 'This is too long. Check it and try again.',
    not_an_option: 'Choose one of the options.',
    not_a_number: 'Enter a whole number.',
    cookie_missing: (_label: string, { cookie = '' }: Readonly<Record<string, string>>) =>
      `The ${cookie} cookie is missing. Paste it too.`,
    password_refused: 'The server refuses this email and password. Check both.',
    app_password_needed: 'Enter an app password here.',
    server_not_found: 'No server has this name. Check it.',
    server_not_reachable: 'No server responds on this host and port. Check both.',
    server_timeout: 'The server did not respond in time on this port. Check it.',
    encryption_failed: 'This port does not support this encryption. Choose another one.',
    certificate_not_trusted:
      'The server’s certificate is not trusted, or is for another name. Check the name.',
    port_out_of_range: 'Enter a port between 1 and 65535.',
  } satisfies Record<UserFieldErrorCode, FieldWords>,
}
