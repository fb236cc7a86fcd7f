/**
 * The user's language as a tag that `Intl` accepts. Some browsers report an empty tag, a POSIX name such as
 * `en-US@posix`, or nothing. Falls back to English.
 */
export function browserLanguage({
  language,
  languages,
}: Partial<Pick<Navigator, 'language' | 'languages'>>): string {
  for (const named of [language, ...(languages ?? [])]) {
    try {
      return new Intl.Locale(`${named}`.replace(/[@.].*/, '').replaceAll('_', '-')).baseName
    } catch {
      // Not a language tag. Try the next one.
    }
  }
  return 'en'
}

/** Returns a function that names a region in `language`, or returns its code if the browser can't. */
export function regionNames(language: string): (code: string) => string {
  try {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    return (code) => names.of(code) ?? code
  } catch {
    return (code) => code
  }
}
