/** API v1's names of its providers, by their ids on API v2: in starts, in hosted links and as account types. */
const names: Readonly<Record<string, string>> = {
  linkedin: 'LINKEDIN',
  whatsapp: 'WHATSAPP',
  telegram: 'TELEGRAM',
  instagram: 'INSTAGRAM',
  facebook: 'MESSENGER',
  twitter: 'TWITTER',
  imap: 'MAIL',
  google: 'GOOGLE',
  outlook: 'OUTLOOK',
}

/** Returns an account's type. Google's differs from its provider's name. */
export function accountType(provider: string): string {
  return provider === 'google' ? 'GOOGLE_OAUTH' : (names[provider] ?? provider.toUpperCase())
}

/** Returns the id of a provider; `undefined` if API v1 does not have it. */
export function providerOf(name: string): string | undefined {
  const spelling = name === 'IMAP' ? 'MAIL' : name
  return Object.entries(names).find(([, known]) => known === spelling)?.[0]
}
