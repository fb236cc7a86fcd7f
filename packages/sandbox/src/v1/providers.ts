/** How API v1 spells the providers that it has, by their ids on the newer wire: in starts and hosted links, and as account types. */
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

/** An account's type: Google's has a name of its own. */
export function accountType(provider: string): string {
  return provider === 'google' ? 'GOOGLE_OAUTH' : (names[provider] ?? provider.toUpperCase())
}

/** The provider's id; `undefined` for one that API v1 does not have. */
export function providerOf(name: string): string | undefined {
  const spelling = name === 'IMAP' ? 'MAIL' : name
  return Object.entries(names).find(([, known]) => known === spelling)?.[0]
}
