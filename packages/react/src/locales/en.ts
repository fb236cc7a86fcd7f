import type { Channel, CheckpointOf, ErrorCode } from '@connect-account/core'
import { enFirst } from './en-first.ts'

/** Faults of the host or of Unipile. A user can only try again, whichever it is: all of them read as `internal_error`. */
type OurFault =
  | 'invalid_json'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'not_found'
  | 'method_not_allowed'
  | 'idempotency_conflict'
  | 'unexpected_answer'
  | 'webhook_invalid'
  | 'invalid_setting'
  | 'upstream_unauthorized'
  | 'upstream_rejected'
  | 'upstream_rate_limited'
  | 'upstream_unavailable'
  | 'upstream_timeout'
  | 'upstream_unreachable'
  | 'upstream_invalid_answer'
  // The flow answers these two itself, by asking the server where it stands.
  | 'checkpoint_passed'
  | 'answer_not_expected'

const notOffered = 'This cannot be connected here.'
const sessionOver = 'Your session is over. Reload the page and try again.'
const offline = 'We cannot reach the service. Check your connection and try again.'
const tooOften = 'Too many attempts. Wait a moment, then try again.'
const attemptOver = 'This attempt is over. Please start again.'

/** What each error means to the user and what to do about it; a developer's words are in core's `errorCatalogue`. */
const errors: Record<Exclude<ErrorCode, OurFault>, string> = {
  invalid_request: 'Something was not accepted. Check it and try again.',
  unknown_provider: notOffered,
  provider_not_allowed: notOffered,
  unknown_method: notOffered,
  session_missing: sessionOver,
  session_invalid: sessionOver,
  session_expired: sessionOver,
  intent_not_found: attemptOver,
  intent_ended: attemptOver,
  resend_not_available: 'It cannot be sent again. Try another way.',
  resend_too_soon: 'It was sent only moments ago.',
  no_other_way: 'There is no other way for this account.',
  account_not_found: 'This account is no longer there.',
  invalid_credentials: 'That sign-in name or password is not right. Check both and try again.',
  invalid_code: 'That code is not right. Check it, or ask for a new one.',
  captcha_rejected: 'That check did not pass. Please try again.',
  invalid_phone: 'That number was not accepted. Check it and try again.',
  approval_declined: 'The sign-in was declined on the phone. Please start again.',
  provider_rate_limited: tooOften,
  provider_unavailable: 'The provider does not answer right now. Please try again later.',
  network_unreachable: offline,
  network_timeout: offline,
  captcha_not_supported: 'This security check cannot be shown here.',
  rate_limited: tooOften,
  internal_error: 'Something went wrong on our side. Please try again.',
}

const channels: Record<Channel, string> = { email: 'email', sms: 'text message', whatsapp: 'WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${provider} sent you a code${channel ? ` by ${channels[channel]}` : ''}.`

const pad = (seconds: number) => String(seconds % 60).padStart(2, '0')
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${pad(seconds)}`

/** English. The source of the `Messages` type: every other catalogue has the same shape. */
export const en = {
  ...enFirst,
  actions: {
    ...enFirst.actions,
    anotherWay: 'Try another way',
    another: 'Connect another account',
    resend: 'Send again',
    resendIn: (seconds: number) => `Send again in ${clock(seconds)}`,
  },
  unavailable: { heading: 'Not available right now' },
  retryIn: (seconds: number) =>
    seconds < 60 ? `Wait ${seconds} seconds.` : `Wait ${Math.ceil(seconds / 60)} minutes.`,
  credentials: {
    heading: (provider: string) => `Sign in to ${provider}`,
    text: (provider: string) => `Use your ${provider} details.`,
    required: (label: string) => `Enter your ${label.toLowerCase()}.`,
    show: 'Show password',
    hide: 'Hide password',
    promise: 'Passed on, never stored.',
    submit: 'Sign in',
    otherMethod: (label: string) => `Use “${label}” instead`,
  },
  code: {
    heading: 'Enter the code',
    label: 'Code',
    otp: codeSentBy,
    otp_or_in_app: (provider: string, channel?: Channel) =>
      `${codeSentBy(provider, channel)} Enter it, or approve the sign-in in the ${provider} app.`,
    two_factor: (provider: string, platform: CheckpointOf<'two_factor'>['platform']) =>
      platform === 'app' ? 'Open your authenticator app for the code.' : codeSentBy(provider, platform),
    waiting: 'Waiting for your approval…',
    incomplete: 'Enter the whole code.',
  },
  in_app: {
    heading: 'Check your phone',
    text: (provider: string) => `Approve the sign-in in the ${provider} app. This page goes on by itself.`,
  },
  phone: {
    heading: 'What is your phone number?',
    text: (provider: string) => `${provider} will send a code to it.`,
    label: 'Phone number',
    help: 'With the country code, like +33 6 12 34 56 78.',
    invalid: 'Enter it with the country code, like +33 6 12 34 56 78.',
  },
  captcha: {
    heading: 'Are you human?',
    text: (provider: string) => `${provider} asks for a quick check.`,
    failed: 'The check could not be loaded.',
  },
  qr: {
    heading: (provider: string) => `Scan with ${provider}`,
    label: (provider: string) => `QR code to scan with ${provider}`,
    anySteps: (provider: string) => [
      `Open ${provider} on your phone`,
      'Find the linked devices in its settings',
      'Link a device and point your phone here',
    ],
    samePhone: 'On your phone? Open this page on another screen.',
    freshFor: (seconds: number) => `New code in ${clock(seconds)}`,
    due: 'A new code is on its way…',
    renewed: 'A new code is shown.',
    refresh: 'New code',
  },
  contract: { heading: 'Choose a contract', text: (provider: string) => `Which ${provider} contract?` },
  challenge: {
    heading: 'Confirm it is you',
    text: (provider: string) => `Choose how ${provider} should check.`,
  },
  choice: { required: 'Choose one to go on.' },
  loading: {
    heading: (provider: string) => `Waiting for ${provider}`,
    text: 'This can take a minute.',
  },
  oauth: {
    heading: (provider: string) => `Go to ${provider}`,
    text: (provider: string) => `Sign in at ${provider} and come back here.`,
    open: (provider: string) => `Continue at ${provider}`,
  },
  unsupported: {
    heading: 'We cannot show this step',
    text: (provider: string) => `${provider} asks for something that does not work here.`,
  },
  linked: { heading: (provider: string) => `${provider} is connected` },
  relinked: { heading: (provider: string) => `${provider} is connected again` },
  duplicate: {
    heading: 'Already connected',
    own: 'This account is yours already.',
    other: (provider: string) =>
      `This ${provider} account is in use elsewhere, so it cannot be connected here.`,
  },
  restricted: {
    heading: 'This account cannot be connected',
    text: (provider: string) => `This ${provider} account is restricted. Support can tell you more.`,
    reason: 'Reason',
    userId: 'Id to quote',
  },
  mismatch: {
    heading: 'That is another account',
    text: (provider: string) => `Sign in to the ${provider} account that you connected before.`,
  },
  cancelled: { heading: 'Cancelled', text: 'Nothing was connected.' },
  expired: {
    heading: 'Time is up',
    text: 'This attempt is over.',
    qr: 'The code was not scanned in time.',
    newCode: 'Show a new code',
  },
  failed: { heading: 'That did not work' },
  errors,
}
