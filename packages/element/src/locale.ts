import type { Locale } from '@connect-account/react'

const loaded = new Map<string, Locale>()

/** The locale for a language tag, if it is loaded. A `Locale` is one already. */
export const readLocale = (locale: string | Locale | undefined): Locale | undefined =>
  typeof locale === 'string' ? loaded.get(locale) : locale

/** Loads the locale for a language tag. */
export async function loadLocale(tag: string): Promise<void> {
  const { findLocale } = await import('@connect-account/react/locales')
  loaded.set(tag, findLocale(tag))
}
