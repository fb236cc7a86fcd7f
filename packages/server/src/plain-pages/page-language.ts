import { findLanguage, type Language } from '@connect-account/core/internal'
import { parseAccept } from 'hono/utils/accept'

/**
 * The language of a page: the link's, or else the first that the browser accepts (RFC 9110, section 12.5.4) and
 * the pages have. English if there is none.
 */
export function pageLanguage(request: Request, locale: string | undefined): Language {
  const accepted = parseAccept(request.headers.get('accept-language') ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type)
  const wanted = locale === undefined ? accepted : [locale]
  return wanted.map(findLanguage).find((language) => language !== undefined) ?? 'en'
}
