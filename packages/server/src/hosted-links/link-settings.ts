import type { LinkAppearance, LinkBrand, LinkOwner, LinkSupport } from '@connect-account/core/protocol'
import * as v from 'valibot'
import { invalidSetting } from '../invalid-setting.ts'
import { linkAppearanceSchema, linkBrandSchema } from '../store/link-look.ts'
import { type LinkPage, linkPageSchema } from './link-page.ts'

export type SelfService = boolean | ((user: { readonly userId: string }) => boolean | Promise<boolean>)

/** The hosted page that one-time links open. */
export interface LinkSettings {
  /** The built page: `hostedPage` of `@connect-account/hosted`. */
  readonly page: LinkPage
  /**
   * Whose account it becomes: the page shows this before it asks for anything. `name` is what the link's
   * visitor knows the user by, and must not be a text that your users choose freely. It is called when a page
   * opens, and never stored.
   */
  readonly ownerOf: (userId: string) => LinkOwner | Promise<LinkOwner>
  /**
   * Whether users may make links by `POST {base}/links`, without your backend: for an hour at most, ten at a
   * time, and with nothing that is the host's to choose. Default: `false`.
   */
  readonly selfService?: SelfService
  /**
   * Whether a link belongs to the browser in which its visitor first presses "Continue". If not, anyone who
   * reads its address in a log, a history or over a shoulder can use it until it has linked an account.
   * Default: `true`.
   */
  readonly bindToBrowser?: boolean
  /** Your product: its name, logo and links. A link may override it. */
  readonly brand?: LinkBrand
  /** How it looks. A link may override it. */
  readonly appearance?: LinkAppearance
  /**
   * Which captcha service it supports. Default: `arkose`, which LinkedIn uses; its script comes from a third
   * party and runs in a sandboxed frame.
   */
  readonly captcha?: 'arkose' | 'altcha'
  /** Origins that may show the page in a frame. Default: none. */
  readonly frameAncestors?: readonly string[]
  /** Where a visitor gets help: an address with https or mailto. The label is by default "Contact support". */
  readonly support?: LinkSupport
}

export interface ReadLinkSettings {
  readonly page: LinkPage
  readonly ownerOf: LinkSettings['ownerOf']
  readonly selfService: SelfService
  readonly bindToBrowser: boolean
  readonly brand: LinkBrand | undefined
  readonly appearance: LinkAppearance | undefined
  readonly captcha: 'arkose' | 'altcha'
  readonly frameAncestors: readonly string[]
  readonly support: LinkSupport | undefined
}

const lookSchema = v.strictObject({
  brand: v.exactOptional(linkBrandSchema),
  appearance: v.exactOptional(linkAppearanceSchema),
})

/** @throws ConnectError `invalid_setting`. */
export function readLinkSettings(settings: LinkSettings): ReadLinkSettings {
  const { page, ownerOf, selfService = false, bindToBrowser = true } = settings
  const { brand, appearance, captcha = 'arkose', frameAncestors = [], support } = settings
  if (!v.is(linkPageSchema, page))
    throw invalidSetting('links.page: not a built page. Set it to hostedPage of @connect-account/hosted.')
  if (typeof ownerOf !== 'function') {
    throw invalidSetting(
      'links.ownerOf: missing. Set a function that returns whose account it becomes, like (userId) => ({ name }).',
    )
  }
  const read = v.safeParse(lookSchema, { ...(brand && { brand }), ...(appearance && { appearance }) })
  if (!read.success) {
    const name = v.getDotPath(read.issues[0]) ?? ''
    throw invalidSetting(`links.${name}: not valid. See LinkBrand and LinkAppearance for what it takes.`)
  }
  if (frameAncestors.some((value) => !URL.canParse(value) || new URL(value).origin !== value)) {
    throw invalidSetting(
      'links.frameAncestors: not an origin. Set each like https://app.example.com, without a path.',
    )
  }
  if (support && !isSupportAddress(support.url)) {
    throw invalidSetting(
      'links.support.url: not an address with https or mailto. Set it like mailto:support@example.com.',
    )
  }
  return {
    page,
    ownerOf,
    selfService,
    bindToBrowser,
    brand: read.output.brand,
    appearance: read.output.appearance,
    captcha,
    frameAncestors,
    support,
  }
}

function isSupportAddress(url: string): boolean {
  return URL.canParse(url) && ['https:', 'mailto:'].includes(new URL(url).protocol)
}
