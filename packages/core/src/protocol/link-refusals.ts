import type { ErrorCode } from '../errors/codes.ts'

interface LinkRefusal {
  readonly heading: string
  readonly text: string
}

/** Why a hosted link does not open. */
export type LinkRefusalCode = Extract<
  ErrorCode,
  | 'link_not_found'
  | 'link_expired'
  | 'link_used'
  | 'link_revoked'
  | 'link_in_use'
  | 'rate_limited'
  | 'link_account_removed'
>

/**
 * The text for the visitor of a hosted link that does not open, on the hosted page and on the server's plain
 * page.
 */
export const linkRefusals: Readonly<Record<LinkRefusalCode, LinkRefusal>> = {
  link_not_found: {
    heading: 'This link doesn’t work',
    text: 'Check that you opened the whole address, or ask for a new link.',
  },
  link_expired: { heading: 'This link has expired', text: 'Ask for a new link to connect your account.' },
  link_used: {
    heading: 'This link has already been used',
    text: 'Ask for a new link to connect another account.',
  },
  link_revoked: {
    heading: 'This link no longer works',
    text: 'It was withdrawn. If you still want to connect your account, ask for a new link.',
  },
  link_in_use: {
    heading: 'This link was opened in another browser',
    text: 'Go back to the browser or app where you opened it first, or ask for a new link.',
  },
  rate_limited: {
    heading: 'Too many attempts',
    text: 'Wait a few minutes, then open the link again.',
  },
  link_account_removed: {
    heading: 'This account is no longer connected',
    text: 'The link was made to reconnect it. Ask for a new link to connect it again.',
  },
}

/** Whether the error says why a hosted link does not open. */
export function isLinkRefusal(code: ErrorCode): code is LinkRefusalCode {
  return Object.hasOwn(linkRefusals, code)
}
