import type { LinkRefusalCode } from '@connect-account/core/protocol'

/** What a message of the page says. */
interface NoticeWords {
  readonly heading: string
  readonly text: string
}

/** A sentence with a name in it, which stands between its two parts. */
interface Around {
  readonly before: string
  readonly after: string
}

interface Introduction extends Around {
  readonly heading: string
  /** The heading if the host has a name. */
  readonly asks: (product: string) => string
}

/** The page's own words. Those of the flow are the kit's. */
export interface PageWords {
  readonly title: string
  readonly retry: string
  readonly continue: string
  readonly cancel: string
  /** Between a person and a product. */
  readonly at: string
  readonly support: string
  /** The host's pages. */
  readonly links: Readonly<Record<'termsUrl' | 'privacyUrl' | 'helpUrl', string>>
  readonly back: (product: string | undefined) => string
  /** Whose account it becomes, while the flow is shown. */
  readonly connectsTo: Around
  /** Whose account it becomes, before the page asks for anything. */
  readonly introduction: {
    readonly connect: Introduction
    readonly reconnect: Introduction
    readonly question: string
  }
  /** This tab has no link: the address was copied, or its browser forgot it. */
  readonly noLink: NoticeWords
  readonly failed: NoticeWords
  /** The page tries again by itself. */
  readonly outage: Readonly<Record<'offline' | 'unreachable' | 'server', NoticeWords>>
  readonly leaving: NoticeWords
  /** The end of a link that has no address to redirect to. */
  readonly linked: { readonly heading: string; readonly text: (product: string | undefined) => string }
  readonly notLinked: NoticeWords
  readonly refusals: Readonly<Record<LinkRefusalCode, NoticeWords>>
}
