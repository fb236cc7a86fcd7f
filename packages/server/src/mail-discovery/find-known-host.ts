import { type KnownHost, knownHosts } from './known-hosts.ts'
import type { MailAddress } from './mail-address.ts'
import type { MailLookup, MailSource } from './mail-settings.ts'

const byDomain = indexBy((host) => host.domains)
const byMx = indexBy((host) => host.mx ?? [])
const byImapHost = indexBy((host) => (host.settings ? [host.settings.imap.host] : []))

/** The known host that provides addresses of this domain. */
export function knownHostOf(domain: string): KnownHost | undefined {
  return byDomain.get(domain)
}

/** The known host that an MX host belongs to: `alt1.aspmx.l.google.com` is Google's. */
export function knownHostOfMx(exchange: string): KnownHost | undefined {
  const labels = exchange.split('.')
  for (let first = 0; first < labels.length - 1; first++) {
    const host = byMx.get(labels.slice(first).join('.'))
    if (host) return host
  }
  return undefined
}

/** The app-password page of the known host that an IMAP server belongs to. */
export function appPasswordHelpOf(imapHost: string): string | undefined {
  return byImapHost.get(imapHost)?.appPasswordHelp
}

/**
 * Whether the known host of an IMAP server, or else of an address, shows app passwords in groups with blanks
 * between.
 */
export function showsAppPasswordsInGroups(email: string, imapHost: string | undefined): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  const host = imapHost === undefined ? byDomain.get(domain) : byImapHost.get(imapHost.toLowerCase())
  return host?.showsAppPasswordsInGroups ?? false
}

/** What a known host means for one address. */
export function lookupOfKnownHost(host: KnownHost, address: MailAddress, source: MailSource): MailLookup {
  const { settings, appPasswordHelp } = host
  const login = host.signsInByLocalPart && { user: address.local }
  return {
    ...(settings && {
      settings: { imap: { ...settings.imap, ...login }, smtp: { ...settings.smtp, ...login } },
    }),
    source,
    ...(appPasswordHelp !== undefined && { appPasswordHelp }),
  }
}

function indexBy(keysOf: (host: KnownHost) => readonly string[]): ReadonlyMap<string, KnownHost> {
  const index = new Map<string, KnownHost>()
  for (const host of knownHosts) {
    // Two hosts can share a server (Microsoft's do): the first one is used.
    for (const key of keysOf(host)) if (!index.has(key)) index.set(key, host)
  }
  return index
}
