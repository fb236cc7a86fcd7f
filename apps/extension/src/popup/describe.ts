import { MAX_REFUSALS, type RenewalState } from '@connect-account/extension'
import type { Request } from '../requests.ts'

/** What a button does: a request to the service worker, or a page to open. */
interface Button {
  readonly label: string
  readonly act: Request | { readonly open: string }
}

export interface Description {
  readonly heading: string
  readonly text: string
  readonly primary: Button
  readonly secondary?: Button
  /** Whether to say what is read and where it goes. */
  readonly hasTerms?: boolean
}

const turnOff: Button = { label: 'Turn off', act: 'turn_off' }
const openLinkedIn: Button = { label: 'Open LinkedIn', act: { open: 'https://www.linkedin.com/' } }

/** The words and buttons of each state. */
export function describe({ status, reason, refusals }: RenewalState, appUrl: string): Description {
  switch (status) {
    case 'off':
      return {
        heading: 'Connect LinkedIn',
        text: 'Tidewater can use the LinkedIn session of this browser, and renew it when it ends.',
        primary: { label: 'Agree and connect', act: 'connect' },
        hasTerms: true,
      }
    case 'connected':
      return {
        heading: 'LinkedIn is connected',
        text: 'The session is renewed by itself when LinkedIn ends it.',
        primary: { label: 'Check now', act: 'check' },
        secondary: turnOff,
      }
    case 'linkedin_signed_out':
      return {
        heading: 'Sign in to LinkedIn',
        text: 'Nobody is signed in to LinkedIn in this browser. The account is connected as soon as you are.',
        primary: openLinkedIn,
        secondary: turnOff,
      }
    case 'app_signed_out':
      return {
        heading: 'Sign in to Tidewater',
        text: 'Nobody is signed in to Tidewater in this browser. Sign in there, then try again.',
        primary: { label: 'Open Tidewater', act: { open: appUrl } },
        secondary: { label: 'Try again', act: 'check' },
      }
    case 'unreachable':
      return {
        heading: 'Tidewater can’t be reached',
        text: 'Nothing was lost. It is tried again in a few minutes.',
        primary: { label: 'Try again', act: 'check' },
        secondary: turnOff,
      }
    case 'refused':
      return {
        heading: 'LinkedIn wasn’t connected',
        text: `${whyRefused(reason)} It is tried again later (${refusals} of ${MAX_REFUSALS}).`,
        primary: openLinkedIn,
        secondary: { label: 'Try again', act: 'check' },
      }
    case 'stopped':
      return {
        heading: 'Reconnecting has stopped',
        text: `${whyRefused(reason)} After ${MAX_REFUSALS} refusals nothing more is sent until you try again.`,
        primary: { label: 'Try again', act: 'connect' },
        secondary: openLinkedIn,
      }
    default:
      return status satisfies never
  }
}

function whyRefused(reason: string | undefined): string {
  switch (reason) {
    case 'mismatch':
    case 'account_mismatch':
      return 'This browser is signed in to another LinkedIn account. Sign in to the one that you connected.'
    case 'account_exists':
      return 'This LinkedIn account is connected by someone else.'
    case 'restricted':
    case 'account_restricted':
      return 'LinkedIn has restricted this account.'
    case 'needs_user':
      return 'LinkedIn asked for a code. Connect the account in Tidewater once.'
    default:
      return 'LinkedIn refused the session. Sign out of LinkedIn and in again.'
  }
}
