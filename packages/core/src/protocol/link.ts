import { listOf, object, oneOf, optional, type Read, recordOf, text, time } from './reader.ts'

const readLinkTheme = object({
  productName: optional(text),
  /** An image over https, or a path on the handler's own origin. */
  logoUrl: optional(text),
  /** `#rrggbb`. */
  accent: optional(text),
  appearance: optional(oneOf('auto', 'light', 'dark')),
  /** Values of `--ca-*` variables. */
  cssVariables: optional(recordOf(text)),
})

/** Where a visitor gets help. */
const readLinkSupport = object({
  /** An address with https or mailto. */
  url: text,
  label: optional(text),
})

/** A hosted link as the host that creates it receives it. */
export const readLink = object({ url: text, expiresAt: time })

/** What the hosted page needs to start. */
export const readOpenedLink = object({
  /** A session that allows only what the link was created for. */
  session: text,
  theme: readLinkTheme,
  captcha: oneOf('arkose', 'altcha'),
  providers: optional(listOf(text)),
  /** The account to reconnect. */
  accountId: optional(text),
  /** The sign-in name to fill in. */
  loginHint: optional(text),
  locale: optional(text),
  support: optional(readLinkSupport),
  /** Where the link's visitor came from. */
  returnTo: optional(text),
})

/** How the attempt on a link ended, and where its user is sent. */
export const readLeftLink = object({
  /** The type of its outcome; `canceled` if there was no attempt. */
  outcome: text,
  provider: optional(text),
  /** Absent if the link names no address: the page itself shows the outcome. */
  returnTo: optional(text),
})

/** How the hosted page looks. */
export type LinkTheme = Read<typeof readLinkTheme>
export type LinkSupport = Read<typeof readLinkSupport>
export type Link = Read<typeof readLink>
export type OpenedLink = Read<typeof readOpenedLink>
export type LeftLink = Read<typeof readLeftLink>
