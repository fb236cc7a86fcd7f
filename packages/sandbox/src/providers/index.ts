import { facebook } from './facebook.ts'
import { google } from './google.ts'
import { googleMessages } from './google-messages.ts'
import { imap } from './imap.ts'
import { instagram } from './instagram.ts'
import { linkedin } from './linkedin.ts'
import { mock } from './mock.ts'
import { outlook } from './outlook.ts'
import type { SandboxProvider } from './provider.ts'
import { telegram } from './telegram.ts'
import { twitter } from './twitter.ts'
import { whatsapp } from './whatsapp.ts'

/** Every provider that the sandbox has. */
const providers: readonly SandboxProvider[] = [
  linkedin,
  instagram,
  facebook,
  twitter,
  whatsapp,
  telegram,
  googleMessages,
  google,
  outlook,
  imap,
  mock,
]

export const providerIds: readonly string[] = providers.map(({ id }) => id)

export function providerById(id: string): SandboxProvider | undefined {
  return providers.find((provider) => provider.id === id)
}

/** Returns the providers of a group (`*:SOCIAL`); `undefined` if there is no such group. */
export function providersOfGroup(name: string): readonly string[] | undefined {
  const members = providers.filter(({ groups }) => groups.some((group) => `*:${group}` === name))
  return members.length > 0 ? members.map(({ id }) => id) : undefined
}
