import { directionOf, findLanguage, type Language } from '@connect-account/core/internal'

/** The language of the link, or else the first of the browser's that the page speaks. */
export function pageLanguage(locale: string | undefined): Language {
  const wanted = locale === undefined ? navigator.languages : [locale]
  return wanted.map(findLanguage).find((language) => language !== undefined) ?? 'en'
}

/** Sets the language and direction of the page, and its title. */
export function applyLanguage(language: Language, title: string): void {
  const root = document.documentElement
  root.lang = language
  root.dir = directionOf(language)
  document.title = title
}
