/**
 * The user's language as a tag that `Intl` takes. Browsers and what imitates them also report an empty one, a POSIX name such as
 * `en-US@posix`, or none at all: then it is what can be read of it, or English.
 */
export function browserLanguage({
  language,
  languages,
}: Partial<Pick<Navigator, 'language' | 'languages'>>): string {
  const [first = 'en'] = [language, ...(languages ?? [])].map(readTag).filter((tag) => tag !== undefined)
  return first
}

function readTag(named: unknown): string | undefined {
  if (typeof named !== 'string') return undefined
  const tag = named.replace(/[@.].*$/, '').replaceAll('_', '-')
  try {
    // Only a language that has a name: a private tag (`x-klingon`) has none.
    return new Intl.Locale(tag).language ? Intl.getCanonicalLocales(tag)[0] : undefined
  } catch {
    return undefined
  }
}

/** Names regions in a language, or by their codes if the browser cannot. */
export function regionNames(language: string): (code: string) => string {
  try {
    const names = new Intl.DisplayNames([language], { type: 'region' })
    return (code) => names.of(code) ?? code
  } catch {
    return (code) => code
  }
}
