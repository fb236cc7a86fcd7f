/**
 * The user's language as a tag that `Intl` takes. Browsers also report an empty one, a POSIX name such as `en-US@posix`, or none
 * at all: then it is what can be read of it, or English.
 */
export function browserLanguage({
  language,
  languages,
}: Partial<Pick<Navigator, 'language' | 'languages'>>): string {
  for (const named of [language, ...(languages ?? [])]) {
    try {
      return new Intl.Locale(`${named}`.replace(/[@.].*/, '').replaceAll('_', '-')).baseName
    } catch {
      // No language: the next one may be.
    }
  }
  return 'en'
}

/** Names regions in a language, or by their codes if the browser cannot. */
export function regionNames(language: string): (code: string) => string {
  try {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    return (code) => names.of(code) ?? code
  } catch {
    return (code) => code
  }
}
