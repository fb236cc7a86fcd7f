import type { Channel, CheckpointOf, ErrorCode } from '@connect-account/core'
import { atStart } from './at-start.ts'
import { clock } from './clock.ts'
import { enFirst } from './en-first.ts'

/**
 * Errors that a user can't fix, caused by the host or by Unipile. They all use the text of `internal_error`.
 */
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
  | 'link_revoked'
  | 'link_in_use'
  | 'link_account_removed'
  | 'link_limited'
  | 'self_service_off'
  | 'too_many_links'
  | 'proxy_failed'
  | 'upstream_unauthorized'
  | 'upstream_rejected'
  | 'upstream_invalid_answer'
  | 'too_many_streams'
  // Mistakes of the host that don't stop the flow. They are reported to its developers.
  | 'captcha_failed'
  | 'screen_failed'
  | 'invalid_option'
  | 'option_changed'
  | 'callback_failed'
  | 'stylesheet_repeated'
  | 'consent_unbound'
  // The flow handles these by reading the intent again.
  | 'return_invalid'
  | 'return_used'
  | 'return_expired'
  | 'checkpoint_passed'
  | 'answer_not_expected'

const notAccepted = 'That wasn’t accepted. Check it and try again.'
const sessionEnded = 'Your session has ended. Reload the page, and sign in again if you’re asked to.'
const unreachable = 'We can’t reach our server right now. Try again in a moment.'
const serverDown = 'Our server isn’t working properly right now. Try again in a moment.'
const upstreamDown = 'Our connection service isn’t responding right now. Try again in a few minutes.'
const tooOften = 'Too many attempts. Try again later.'
const finishHere = 'The sign-in wasn’t finished in this browser, so nothing was connected. Start again.'
const attemptEnded = 'This sign-in has ended. Start again.'

/**
 * What each error means to a user and what to do next. Core's `errorCatalogue` has the texts for developers.
 */
const errors: Record<Exclude<ErrorCode, OurFault>, string> = {
  invalid_request: notAccepted,
  session_missing: 'We couldn’t confirm who is signed in here. Try again, or reload the page.',
  session_invalid: sessionEnded,
  session_expired: sessionEnded,
  session_unavailable: serverDown,
  intent_not_found: attemptEnded,
  intent_of_other_user:
    'Someone else started this sign-in, or it’s no longer open. Sign in here as the same person, or start your own.',
  intent_ended: attemptEnded,
  resend_not_available: 'We can’t resend it. Try another way.',
  resend_too_soon: tooOften,
  no_other_way: 'There’s no other way for this account. Continue with this one, or start again.',
  account_not_found: 'This account no longer exists. Connect it as a new one.',
  invalid_credentials: 'That username or password isn’t right. Check both and try again.',
  invalid_code: 'That code isn’t right. Check it and try again.',
  captcha_rejected: 'That check didn’t pass. Try again.',
  invalid_phone: 'That phone number wasn’t accepted. Check it and try again.',
  approval_declined: 'It was declined on your phone. Start again.',
  consent_denied: 'Access was declined. Start again and allow it.',
  consent_failed: 'The provider’s sign-in didn’t work. Start again.',
  consent_unconfirmed: finishHere,
  consent_elsewhere: finishHere,
  account_exists: 'This account is already connected. Connect a different one.',
  account_restricted: 'The provider has restricted this account. Connect a different one.',
  account_mismatch: 'You signed in with another account. Start again with the one from before.',
  confirmation_pending: 'The account isn’t confirmed yet. Try again later.',
  mail_settings_needed: 'We couldn’t find your mail server. Enter its settings below.',
  mail_settings_invalid: 'These settings don’t work. Check them and try again.',
  app_password_needed: 'Your email provider requires an app password. Create one and enter it here.',
  provider_rate_limited: tooOften,
  sign_in_in_progress: 'Another sign-in to this account is under way. Try again in a moment.',
  action_required:
    'The provider wants you to use its own app or website first. Sign in there, then try again.',
  subscription_required: 'This account doesn’t have the subscription this needs. Connect another one.',
  provider_not_supported: 'This isn’t available right now. Try another way, or connect another account.',
  provider_unavailable: 'The provider isn’t responding right now. Try again later.',
  upstream_unavailable: upstreamDown,
  upstream_timeout: upstreamDown,
  upstream_unreachable: upstreamDown,
  upstream_rate_limited: upstreamDown,
  network_unreachable: unreachable,
  network_timeout: unreachable,
  server_unavailable: serverDown,
  shutting_down: serverDown,
  passkey_required: 'The provider asks for a passkey, which this page can’t answer. Connect another account.',
  captcha_not_supported: 'We can’t show this check here. Try another way.',
  rate_limited: tooOften,
  internal_error: 'Something went wrong on our side. Try again.',
}

const channels: Record<Channel, string> = { email: 'email', sms: 'text message', whatsapp: 'WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${atStart(provider)} sent you a code${channel ? ` by ${channels[channel]}` : ''}.`

const count = (value: number, unit: string) => `${value} ${unit}${value === 1 ? '' : 's'}`
const duration = (seconds: number) =>
  seconds < 60 ? count(seconds, 'second') : count(Math.ceil(seconds / 60), 'minute')

/** English messages of every flow. Parts that few users need have their own file, `en-….ts`. */
export const en = {
  ...enFirst,
  actions: {
    ...enFirst.actions,
    anotherWay: 'Try another way',
    another: 'Connect another account',
    resend: 'Resend',
    resendIn: (seconds: number) => `Resend in ${clock(seconds)}`,
    sentResendIn: (seconds: number) => `Sent. Resend in ${clock(seconds)}`,
    resent: (seconds: number) =>
      `Sent again.${seconds > 0 ? ` You can resend in ${count(seconds, 'second')}.` : ''}`,
    help: 'Show me how',
    reconnect: 'Reconnect',
  },
  /** An outage after which the flow and the list continue by themselves. */
  outage: {
    unreachable: 'We can’t reach our server right now. We’ll continue when it’s back.',
    server: 'Our server isn’t working properly right now. We’ll continue when it’s back.',
  },
  /** An answer that could not be sent because the browser is offline. */
  notSent: 'You’re offline. Try again when you’re back.',
  unavailable: { heading: 'Not available right now' },
  retryIn: (seconds: number) => `Wait ${duration(seconds)} first.`,
  tooOftenFor: (seconds: number) => `Too many attempts. Try again in ${duration(seconds)}.`,
  retryNow: 'You can try again now.',
  /** How many fields are wrong. The first field's error follows. */
  wrongFields: (count: number) => `${count} fields need your attention.`,
  credentials: {
    heading: (provider: string, account?: string) =>
      account ? `Sign in again to ${provider} as ${account}` : `Sign in to ${provider}`,
    required: (name: string) => `Enter your ${name}.`,
    cookiesRequired: (name: string) => `Paste your ${name} here.`,
    show: 'Show password',
    promise: (provider: string, host?: string) =>
      `Sent securely to ${provider}${host ? `. ${host} never stores it.` : ', never stored.'}`,
    submit: 'Sign in',
    method: 'Sign in with',
  },
  code: {
    heading: 'Enter your verification code',
    label: 'Code',
    otp: codeSentBy,
    otp_or_in_app: (provider: string, channel?: Channel) =>
      `${codeSentBy(provider, channel)} Or approve the sign-in in the ${provider} app.`,
    two_factor: (provider: string, platform: CheckpointOf<'two_factor'>['platform']) =>
      platform === 'app' ? 'Get the code from your authenticator app.' : codeSentBy(provider, platform),
    waiting: 'Waiting for your approval…',
    incomplete: 'Enter the full code.',
    tooLong: (length: number) => `This is too long: the code has ${length} characters.`,
    notACode: 'Enter only the code.',
  },
  password: {
    heading: 'Enter your password',
    text: 'Use the password of your two-step verification.',
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
    reconnect: (account: string) => `Use the phone of ${account}.`,
    label: 'QR code',
    samePhone: 'On your phone? Open this page on a computer to scan the code.',
    freshFor: (seconds: number) => `New code in ${clock(seconds)}`,
    due: 'A new code is on its way…',
    renewed: 'A new code is shown.',
    refresh: 'Show a new code',
  },
  loading: { heading: (provider: string) => `Waiting for ${provider}` },
  linked: { heading: (provider: string) => `${atStart(provider)} is connected` },
  relinked: { heading: (provider: string) => `${atStart(provider)} is reconnected` },
  duplicate: {
    heading: 'Already connected',
    own: 'You connected this account before. You’re all set.',
    broken: 'This account lost its connection. Reconnect it to keep it in sync.',
    other: (provider: string) =>
      `This ${provider} account is already connected elsewhere. Connect a different one.`,
  },
  restricted: {
    heading: 'This account can’t be connected',
    text: (provider: string) =>
      `${atStart(provider)} has restricted this account. Contact support, or connect a different one.`,
    reason: 'Reason',
    userId: 'Account ID',
  },
  mismatch: {
    heading: 'That’s a different account',
    text: (provider: string, account?: string) =>
      `You signed in with another account. Sign in ${account ? `as ${account}` : `with the ${provider} account you connected before`}.`,
  },
  canceled: {
    heading: 'Canceled',
    text: 'Nothing was connected. You can start again.',
    elsewhere: 'You canceled this in another tab or on another device. Nothing was connected.',
  },
  expired: { heading: 'This took too long', text: 'It expired to keep your account safe. Try again.' },
  failed: { heading: 'That didn’t work' },
  errors,
}
