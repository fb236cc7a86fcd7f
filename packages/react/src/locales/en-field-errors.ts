import type { UserFieldErrorCode } from '@connect-account/core'

/**
 * The text of a field's error. A function takes what sentences call the field ("incoming mail port") and the
 * error's parameters.
 */
export type FieldWords = string | ((name: string, params: Readonly<Record<string, string>>) => string)

const mailSides: Readonly<Record<string, string>> = {
  imap: 'incoming mail server',
  smtp: 'outgoing mail server',
}

/** What is wrong with a field, and what to do. Loaded with the first error. */
export const enFieldErrors = {
  fieldErrors: {
    required: (name: string) => `Enter your ${name}.`,
    invalid: 'This wasn’t accepted. Check it and try again.',
    too_long: 'This is too long. Check it and try again.',
    not_an_option: 'Choose one of the options.',
    not_a_number: (name: string) => `Enter the ${name} as a whole number.`,
    not_an_email: 'Enter your full email address, like name@example.com.',
    cookie_missing: (_name: string, { cookie = '' }: Readonly<Record<string, string>>) =>
      `The ${cookie} cookie is missing. Paste it too.`,
    cookie_refused: 'This has expired or isn’t right. Paste a new one from a browser where you’re signed in.',
    password_refused: (_name: string, { side = '' }: Readonly<Record<string, string>>) =>
      `The ${mailSides[side] ?? 'server'} refused this email and password. Check both.`,
    app_password_needed: 'Enter an app password here.',
    server_not_found: (name: string) => `We can’t find the ${name}. Check its name.`,
    server_not_reachable: (name: string) =>
      `No server responds on the ${name}. Check the server and the port.`,
    server_timeout: (name: string) =>
      `The server didn’t respond in time on the ${name}. Check the server and the port.`,
    encryption_failed: (name: string) =>
      `The server doesn’t support this ${name} on this port. Choose another one.`,
    certificate_not_trusted: (name: string) =>
      `The certificate of the ${name} isn’t trusted, or is for a different name. Check the name.`,
    port_out_of_range: (name: string) => `Enter the ${name} as a number from 1 to 65535.`,
  } satisfies Record<UserFieldErrorCode, FieldWords>,
}
