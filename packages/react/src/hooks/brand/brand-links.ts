import type { Brand } from './brand.ts'

/** The members of a brand that are links, in the order in which they are shown. */
export const brandLinks = ['termsUrl', 'privacyUrl', 'helpUrl'] as const satisfies readonly (keyof Brand)[]

export type BrandLink = (typeof brandLinks)[number]

const protocolsOf = (link: BrandLink) =>
  link === 'helpUrl' ? ['https:', 'http:', 'mailto:'] : ['https:', 'http:']

/** Whether the link may be followed. A `javascript:` address, for one, would run in the host's page. */
export function isAllowedLink(link: BrandLink, url: unknown): url is string {
  if (typeof url !== 'string' || !url) return false
  try {
    // A path is completed by the page, so any base with a host does for it.
    return protocolsOf(link).includes(new URL(url, 'https://host.invalid').protocol)
  } catch {
    return false
  }
}
