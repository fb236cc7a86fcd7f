import type { LinkRefusalCode } from '@connect-account/core/protocol'

/** What a page says. */
interface Notice {
  readonly heading: string
  readonly text: string
}

/** The same, with the name of the host's product, if it has one. */
interface ProductNotice {
  readonly heading: string
  readonly text: (product: string | undefined) => string
}

/** The words of the server's own pages. Those of the hosted page are its own. */
export interface PlainWords {
  readonly support: string
  readonly continue: string
  readonly back: (product: string | undefined) => string
  /** After a provider's consent page. */
  readonly consent: {
    readonly forged: Notice
    readonly expired: ProductNotice
    readonly used: ProductNotice
    readonly returned: {
      readonly heading: (product: string | undefined) => string
      /** The window was opened by the app. */
      readonly closes: string
      readonly stays: string
    }
  }
  /** Before and after Unipile's own wizard. */
  readonly wizard: {
    readonly connect: {
      readonly heading: string
      /** The owner's name stands between the two. */
      readonly before: string
      readonly after: string
      /** Between a person and a product. */
      readonly at: string
      /** The owner, if they have no name here. */
      readonly sender: string
      readonly question: string
      readonly notOpened: string
      readonly offline: string
    }
    readonly waiting: Notice
    readonly unknown: Notice
    readonly unconfirmed: Notice
    readonly pending: ProductNotice
    readonly linked: ProductNotice
    readonly notLinked: Notice
  }
  readonly refusals: Readonly<Record<LinkRefusalCode, Notice>>
}
