import type { Channel, CheckpointOf, ErrorCode, UserFieldErrorCode } from '@connect-account/core'
import { enFirst } from './en-first.ts'

/** Words about a field; a function takes the field's label and what the error names. */
export type FieldWords = string | ((label: string, params: Readonly<Record<string, string>>) => string)

/** Faults of the host or of Unipile. A user can only try again, whichever it is: all of them read as `internal_error`. */
type OurFault =
  | 'invalid_json'
  | 'body_too_large'
  | 'body_too_slow'
  | 'unsupported_media_type'
  | 'headers_too_large'
  | 'origin_not_allowed'
  | 'not_found'
  | 'unknown_provider'
  | 'unknown_method'
  | 'provider_not_allowed'
  | 'method_not_allowed'
  | 'idempotency_conflict'
  | 'unexpected_answer'
  | 'webhook_invalid'
  | 'invalid_setting'
  | 'return_not_allowed'
  | 'link_not_found'
  | 'link_expired'
  | 'link_used'
  | 'link_limited'
  | 'proxy_failed'
  | 'upstream_unauthorized'
  | 'upstream_rejected'
  | 'upstream_rate_limited'
  | 'upstream_unavailable'
  | 'upstream_timeout'
  | 'upstream_unreachable'
  | 'upstream_invalid_answer'
  | 'shutting_down'
  // Mistakes of the host that the flow goes on after; they are reported to its developers.
  | 'captcha_failed'
  | 'screen_failed'
  | 'invalid_option'
  | 'option_changed'
  | 'callback_failed'
  | 'stylesheet_repeated'
  // The flow answers these two itself, by asking the server where it stands.
  | 'checkpoint_passed'
  | 'answer_not_expected'

const notAccepted = 'That was not accepted. Check it and try again.'
const sessionOver = 'Your session is over. Reload the page and try again.'
const offline = 'We cannot reach the service. Check your connection and try again.'
const tooOften = 'Too many attempts. Try again later.'
const attemptOver = 'This attempt is over. Start again.'

/** What each error means to the user and what to do about it; a developer's words are in core's `errorCatalogue`. */
const errors: Record<Exclude<ErrorCode, OurFault>, string> = {
  invalid_request: notAccepted,
  session_missing: 'We couldn’t confirm who is signed in here. Try again, or reload the page.',
  session_invalid: sessionOver,
  session_expired: sessionOver,
  intent_not_found: attemptOver,
  intent_ended: attemptOver,
  resend_not_available: 'It cannot be sent again. Try another way.',
  resend_too_soon: tooOften,
  no_other_way: 'There is no other way for this account. Go on with this one, or start again.',
  account_not_found: 'This account is no longer there. Connect it as a new one.',
  invalid_credentials: 'That name or password is not right. Check both and try again.',
  invalid_code: 'That code is not right. Check it and try again.',
  captcha_rejected: 'That was not right. Try again.',
  invalid_phone: 'That phone number was not accepted. Check it and try again.',
  approval_declined: 'The sign-in was declined on the phone. Start again.',
  consent_denied: 'The access was declined. Start again and allow it.',
  confirmation_pending: 'The account is not confirmed yet. Try again later.',
  mail_settings_needed: 'We could not find your mail server. Enter its settings.',
  mail_settings_invalid: 'These settings do not work. Check them and try again.',
  app_password_needed: 'Your mail provider wants an app password here. Make one there and enter it.',
  provider_rate_limited: tooOften,
  provider_unavailable: 'The provider does not answer right now. Try again later.',
  network_unreachable: offline,
  network_timeout: offline,
  captcha_not_supported: 'This check cannot be shown here. Try another way.',
  rate_limited: tooOften,
  internal_error: 'Something went wrong on our side. Try again.',
}

/** What is wrong with a field and what to do about it. */
const fieldErrors = {
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
  certificate_not_trusted: 'The server’s certificate is not trusted, or is for another name. Check the name.',
  port_out_of_range: 'Enter a port between 1 and 65535.',
} satisfies Record<UserFieldErrorCode, FieldWords>

const channels: Record<Channel, string> = { email: 'email', sms: 'text message', whatsapp: 'WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${provider} sent you a code${channel ? ` by ${channels[channel]}` : ''}.`

const pad = (seconds: number) => String(seconds % 60).padStart(2, '0')
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${pad(seconds)}`

/** English, but for the words of the parts that one user in many needs: each is in an `en-….ts` of its own. */
export const en = {
  ...enFirst,
  actions: {
    ...enFirst.actions,
    anotherWay: 'Try another way',
    another: 'Connect another account',
    resend: 'Send again',
    resendIn: (seconds: number) => `Send again in ${clock(seconds)}`,
    help: 'Show me how',
    reconnect: 'Reconnect it',
  },
  unavailable: { heading: 'Not available right now' },
  retryIn: (seconds: number) =>
    seconds < 60 ? `Wait ${seconds} seconds.` : `Wait ${Math.ceil(seconds / 60)} minutes.`,
  /** How many fields are wrong; the first one's error follows it. */
  wrongFields: (count: number) => `${count} fields need your attention.`,
  fieldErrors,
  credentials: {
    heading: (provider: string) => `Sign in to ${provider}`,
    show: 'Show password',
    promise: 'Passed on, never stored.',
    submit: 'Sign in',
    otherMethod: (label: string) => `Use “${label}” instead`,
  },
  code: {
    heading: 'Enter the code',
    label: 'Code',
    otp: codeSentBy,
    otp_or_in_app: (provider: string, channel?: Channel) =>
      `${codeSentBy(provider, channel)} Or approve the sign-in in the ${provider} app.`,
    two_factor: (provider: string, platform: CheckpointOf<'two_factor'>['platform']) =>
      platform === 'app' ? 'Open your authenticator app for the code.' : codeSentBy(provider, platform),
    waiting: 'Waiting for your approval…',
    incomplete: 'Enter the whole code.',
    tooLong: (length: number) => `This is too long: the code has ${length} characters.`,
    notACode: 'Enter only the code.',
  },
  password: {
    heading: 'Enter your password',
    text: 'Your two-step password, please.',
    label: 'Password',
    incomplete: 'Enter your password.',
    wrong: 'That password isn’t right. Try again.',
  },
  in_app: {
    heading: 'Check your phone',
    text: (provider: string) => `Approve the sign-in in the ${provider} app.`,
  },
  qr: {
    heading: (provider: string) => `Scan with ${provider}`,
    label: 'QR code',
    samePhone: 'On your phone? Open this page elsewhere.',
    freshFor: (seconds: number) => `New code in ${clock(seconds)}`,
    due: 'A new code is on its way…',
    renewed: 'A new code is shown.',
    refresh: 'Show a new code',
  },
  loading: { heading: (provider: string) => `Waiting for ${provider}` },
  linked: { heading: (provider: string) => `${provider} is connected` },
  relinked: { heading: (provider: string) => `${provider} is connected again` },
  duplicate: {
    heading: 'Already connected',
    own: 'This account is yours already. There is nothing more to do.',
    broken: 'This account is yours, but lost its connection. Reconnect it.',
    other: (provider: string) => `This ${provider} account is in use elsewhere. Sign in to another one.`,
  },
  restricted: {
    heading: 'This account cannot be connected',
    text: (provider: string) =>
      `This ${provider} account is restricted. Ask support, or connect another one.`,
    reason: 'Reason',
    userId: 'Account number',
  },
  mismatch: {
    heading: 'That is another account',
    text: (provider: string) => `Try again with the ${provider} account that you connected before.`,
  },
  cancelled: { heading: 'Cancelled', text: 'Nothing was connected. You can start again.' },
  expired: { heading: 'Time is up', text: 'This took too long. Try again.' },
  failed: { heading: 'That did not work' },
  errors,
}
