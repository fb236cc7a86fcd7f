import type { Channel, CheckpointOf, ErrorCode } from '@connect-account/core'

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

const notOffered = 'This cannot be connected here.'
const sessionOver = 'You have been away for a while. Reload the page and try again.'
const attemptOver = 'This attempt is over. Please start again.'

/** What each error means to the user and what to do about it; a developer's words are in core's `errorCatalogue`. */
const errors: Record<Exclude<ErrorCode, OurFault>, string> = {
  invalid_request: 'Some of this was not accepted. Check it and try again.',
  unknown_provider: notOffered,
  provider_not_allowed: notOffered,
  unknown_method: notOffered,
  session_missing: sessionOver,
  session_invalid: sessionOver,
  session_expired: sessionOver,
  intent_not_found: attemptOver,
  intent_ended: attemptOver,
  checkpoint_passed: 'That came too late: there is a new question to answer.',
  answer_not_expected: 'There is nothing to type here: go on with your phone.',
  resend_not_available: 'It cannot be sent again. Try another way.',
  resend_too_soon: 'It was sent only moments ago.',
  no_other_way: 'There is no other way for this account.',
  account_not_found: 'This account is no longer there.',
  invalid_credentials: 'That sign-in name or password is not right. Check both and try again.',
  invalid_code: 'That code is not right. Check it, or ask for a new one.',
  captcha_rejected: 'That check did not pass. Please try once more.',
  invalid_phone: 'That number was not accepted. Check it, or use another one.',
  approval_declined: 'The sign-in was declined on the phone. Start again to approve it.',
  provider_rate_limited: 'Too many attempts. Wait a few minutes, then try again.',
  provider_unavailable: 'The provider does not answer right now. Please try again in a few minutes.',
  network_unreachable: 'We cannot reach the service. Check your connection and try again.',
  network_timeout: 'This is taking too long. Check your connection and try again.',
  captcha_not_supported: 'This security check cannot be shown here.',
  rate_limited: 'Too many attempts. Wait a moment, then try again.',
  internal_error: 'Something went wrong on our side. Please try again in a moment.',
}

const channels: Record<Channel, string> = { email: 'email', sms: 'text message', whatsapp: 'WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${provider} sent you a code${channel ? ` by ${channels[channel]}` : ''}.`

const pad = (seconds: number) => String(seconds % 60).padStart(2, '0')
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${pad(seconds)}`

/** English. The source of the `Messages` type: every other catalogue has the same shape. */
export const en = {
  actions: {
    back: 'Back',
    cancel: 'Cancel',
    close: 'Close',
    continue: 'Continue',
    done: 'Done',
    restart: 'Start again',
    retry: 'Try again',
    anotherWay: 'Try another way',
    another: 'Connect another account',
    resend: 'Send again',
    resendIn: (seconds: number) => `Send again in ${clock(seconds)}`,
  },
  working: 'Working…',
  offline: 'You are offline. We will go on when you are back.',
  chunkFailed: 'This step could not be loaded.',
  retryIn: (seconds: number) =>
    seconds < 60 ? `Wait ${seconds} seconds.` : `Wait ${Math.ceil(seconds / 60)} minutes.`,
  preparing: { heading: 'One moment…' },
  unavailable: { heading: 'Not available right now' },
  picker: {
    heading: 'Connect an account',
    text: 'Choose what you would like to connect.',
    search: 'Search',
    results: (count: number) => (count === 1 ? '1 result' : `${count} results`),
    none: 'There is nothing to connect here yet.',
    empty: (query: string) => `Nothing matches “${query}”.`,
    kinds: { messaging: 'Messaging', social: 'Social', email: 'Email', calendar: 'Calendar' },
  },
  credentials: {
    heading: (provider: string) => `Sign in to ${provider}`,
    text: (provider: string) => `Use your ${provider} details.`,
    required: (label: string) => `Enter your ${label.toLowerCase()}.`,
    show: 'Show password',
    hide: 'Hide password',
    promise: 'Passed on encrypted, never stored.',
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
    invalid: 'Start with + and your country code, like +33 6 12 34 56 78.',
  },
  captcha: {
    heading: 'Are you human?',
    text: (provider: string) => `${provider} asks for a quick check.`,
    failed: 'The check could not be loaded.',
  },
  qr: {
    heading: (provider: string) => `Scan with ${provider}`,
    label: (provider: string) => `QR code to scan with ${provider}`,
    steps: {
      whatsapp: [
        'Open WhatsApp on your phone',
        'Go to Settings → Linked devices',
        'Tap Link a device and point your phone here',
      ],
      telegram: [
        'Open Telegram on your phone',
        'Go to Settings → Devices',
        'Tap Link desktop device and point your phone here',
      ],
      google_messages: [
        'Open Google Messages on your phone',
        'Tap your picture → Device pairing',
        'Tap QR code scanner and point your phone here',
      ],
    } satisfies Record<string, string[]> as Record<string, string[]>,
    anySteps: (provider: string) => [
      `Open ${provider} on your phone`,
      'Find the linked devices in its settings',
      'Link a device and point your phone here',
    ],
    samePhone: 'On your phone now? Open this page on another screen.',
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
    text: 'This can take a minute. Keep this page open.',
  },
  oauth: {
    heading: (provider: string) => `Go to ${provider}`,
    text: (provider: string) => `You give your consent at ${provider} and come back here.`,
    open: (provider: string) => `Continue at ${provider}`,
  },
  unsupported: {
    heading: 'One step more than we can show',
    text: (provider: string) => `${provider} asks for something that does not work here yet.`,
  },
  linked: { heading: (provider: string) => `${provider} is connected` },
  relinked: { heading: (provider: string) => `${provider} is connected again` },
  duplicate: {
    heading: 'Already connected',
    own: 'This account is yours already. There is nothing left to do.',
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
    text: 'For your safety this attempt has ended.',
    qr: 'The code was not scanned in time.',
    newCode: 'Show a new code',
  },
  failed: { heading: 'That did not work' },
  errors,
}
