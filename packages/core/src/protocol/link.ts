import { flag, listOf, object, oneOf, optional, type Read, recordOf, text, time } from './reader.ts'

/** Who asks: the host's product. */
const readLinkBrand = object({
  name: text,
  /** An image over https, or a path on the handler's own origin. */
  logo: optional(text),
  /** An address over https, or a path on the handler's own origin, like the two below. */
  termsUrl: optional(text),
  privacyUrl: optional(text),
  /** May be a `mailto:` address too. */
  helpUrl: optional(text),
})

const readLinkAppearance = object({
  /** Default: what the visitor's system prefers. */
  colorScheme: optional(oneOf('auto', 'light', 'dark', 'system')),
  /** Values of tokens in camel case, such as `radius`. `accent` is `#rrggbb`. */
  variables: optional(recordOf(text)),
})

/** Where a visitor gets help. */
const readLinkSupport = object({
  /** An address with https or mailto. */
  url: text,
  label: optional(text),
})

/** A new hosted link as its maker receives it. `id` names it in lists, and opens nothing. */
export const readLink = object({ id: text, url: text, expiresAt: time })

/** A hosted link in the list of the user who made it. It has no address: nothing here opens the link. */
export const readListedLink = object({
  id: text,
  state: oneOf('open', 'used', 'expired', 'revoked'),
  providers: optional(listOf(text)),
  /** The account to reconnect. */
  accountId: optional(text),
  createdAt: time,
  expiresAt: time,
  /** When its visitor first pressed "Continue". */
  openedAt: optional(time),
  usedAt: optional(time),
  revokedAt: optional(time),
})

/** The newest first. */
export const readLinkList = object({
  links: listOf(readListedLink),
  /** Set if there are more: the parameter `after` of the next page. */
  next: optional(text),
})

/** Whose account it becomes. */
export const readLinkOwner = object({
  /** The name by which the link's visitor knows them. */
  name: text,
  email: optional(text),
})

/** What the hosted page knows of its host without a link. */
export const readLinkHost = object({
  brand: optional(readLinkBrand),
  appearance: optional(readLinkAppearance),
  support: optional(readLinkSupport),
})

/** What the hosted page shows before its visitor continues. */
export const readLinkDetails = object({
  owner: readLinkOwner,
  /** Whether it is to reconnect an account. */
  isReconnect: flag,
  brand: optional(readLinkBrand),
  appearance: optional(readLinkAppearance),
  locale: optional(text),
  support: optional(readLinkSupport),
  /** Where the link's visitor came from. */
  returnTo: optional(text),
})

/** Unipile's wizard, for the browser that opened a link to it. */
export const readOpenedWizard = object({ url: text })

/** What the hosted page needs to start, once its visitor has continued. */
export const readOpenedLink = object({
  /** A session that allows only what the link was created for. */
  session: text,
  captcha: oneOf('arkose', 'altcha'),
  providers: optional(listOf(text)),
  /** The account to reconnect. */
  accountId: optional(text),
  /** The sign-in name to fill in. */
  loginHint: optional(text),
})

/** How the attempt on a link ended, and where its user is sent. */
export const readLeftLink = object({
  /** The type of its outcome; `canceled` if there was no attempt. */
  outcome: text,
  provider: optional(text),
  /** Absent if the link names no address: the page itself shows the outcome. */
  returnTo: optional(text),
})

export type LinkBrand = Read<typeof readLinkBrand>
/** How the hosted page looks. */
export type LinkAppearance = Read<typeof readLinkAppearance>
export type LinkHost = Read<typeof readLinkHost>
export type LinkSupport = Read<typeof readLinkSupport>
export type Link = Read<typeof readLink>
export type ListedLink = Read<typeof readListedLink>
export type LinkList = Read<typeof readLinkList>
export type LinkOwner = Read<typeof readLinkOwner>
export type LinkDetails = Read<typeof readLinkDetails>
export type OpenedLink = Read<typeof readOpenedLink>
export type LeftLink = Read<typeof readLeftLink>
