import type { Provider } from '../protocol/index.ts'
import { facebook } from './facebook.ts'
import { google } from './google.ts'
import { googleMessages } from './google-messages.ts'
import { imap } from './imap.ts'
import { instagram } from './instagram.ts'
import { linkedin } from './linkedin.ts'
import { mock } from './mock.ts'
import { outlook } from './outlook.ts'
import { telegram } from './telegram.ts'
import { twitter } from './twitter.ts'
import { whatsapp } from './whatsapp.ts'

export { mailServersOf, mailSettingsMethod } from './imap.ts'

/** Every provider that can be linked, in the order in which a picker shows them. One file per provider. */
export const providerCatalogue: readonly Provider[] = [
  linkedin,
  whatsapp,
  instagram,
  telegram,
  facebook,
  twitter,
  googleMessages,
  google,
  outlook,
  imap,
  mock,
]

/** What an email to its owner calls an account of this provider, before "account": its brand, if it has one. */
export function accountWord(provider: string): string {
  if (provider === imap.id) return 'email'
  return providerCatalogue.find(({ id }) => id === provider)?.name ?? provider
}

/** The providers that exist for tests: only a session that names them may link them. */
export const testProviders: ReadonlySet<string> = new Set([mock.id])
