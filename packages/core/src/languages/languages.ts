/** The languages that the kit, its pages and its emails are written in, as BCP 47 tags. */
export const languages = ['en', 'fr', 'de', 'es', 'pt-BR', 'it', 'nl', 'ja', 'zh-CN', 'ar', 'he'] as const

export type Language = (typeof languages)[number]

/**
 * Returns the language to show for a BCP 47 tag, or `undefined` if the kit does not have it. `pt` and `pt-PT`
 * return `pt-BR`, `fr-CA` returns `fr`, and `iw` returns `he`. Traditional Chinese returns `undefined`, because
 * its readers do not read the simplified script.
 */
export function findLanguage(tag: string): Language | undefined {
  const wanted = parse(tag)
  return languages.find((language) => {
    const offered = parse(language)
    return offered !== undefined && wanted?.language === offered.language && wanted.script === offered.script
  })
}

/** The direction in which a language is written. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' || language === 'he' ? 'rtl' : 'ltr'
}

/** `Intl.Locale` replaces old codes, such as `iw`, and `maximize` adds the script. */
function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize()
  } catch {
    // Not a language tag.
    return undefined
  }
}
