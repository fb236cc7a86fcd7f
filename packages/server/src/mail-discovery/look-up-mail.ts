import { autoconfigUrls, findAutoconfig, mozillaUrl } from './autoconfig.ts'
import { createCheckedFetch } from './checked-fetch.ts'
import { startDeadline } from './deadline.ts'
import { dnsResolver } from './dns-resolver.ts'
import { appPasswordHelpOf, knownHostOf, lookupOfKnownHost } from './find-known-host.ts'
import { type MailAddress, readMailAddress } from './mail-address.ts'
import type { MailLookupOptions } from './mail-lookup-options.ts'
import type { MailLookup, MailSettings, MailSource } from './mail-settings.ts'
import { findMxHost } from './mx-records.ts'
import { createAddressBook } from './pinned-dns.ts'
import { findSrvSettings } from './srv-records.ts'

/**
 * Finds the IMAP and SMTP servers of an email address: in the table of known hosts, without any request; in
 * the domain's autoconfig file, within half of the time; in its SRV records; by its MX hosts. All but the
 * table are asked at once, and the first in this order that returns servers wins. Never signs in, never sends
 * the password anywhere, never logs the address; the address itself goes to the domain's own autoconfig
 * server only.
 *
 * An unreadable address gives an empty lookup without touching the network. A domain whose response is
 * invalid, late or names hosts that are not public counts as one without a response. Rejects only with the
 * reason of an aborted `signal`.
 */
export async function lookUpMail(email: string, options: MailLookupOptions): Promise<MailLookup> {
  options.signal?.throwIfAborted()
  const address = readMailAddress(email)
  if (!address) return {}
  const known = knownHostOf(address.domain)
  return known ? lookupOfKnownHost(known, address, 'known') : askTheDomain(address, options)
}

async function askTheDomain(address: MailAddress, options: MailLookupOptions): Promise<MailLookup> {
  const { resolver = dnsResolver, allowPrivateAddresses, askMozilla = false } = options
  const { domain } = address
  const deadline = startDeadline(options)
  const { signal } = deadline
  // A web server that never responds must not delay a result that the DNS returned long ago.
  const filesDeadline = startDeadline({ timeoutMs: options.timeoutMs / 2, signal })
  const book = createAddressBook({ resolver, allowPrivateAddresses, signal })
  const checked = createCheckedFetch(book)
  const access = { fetch: options.fetch ?? checked.fetch, book, signal: filesDeadline.signal }

  async function present(source: MailSource, finding: Promise<MailSettings | undefined>) {
    const settings = await finding
    if (!settings) return undefined
    await Promise.all([book.addresses(settings.imap.host), book.addresses(settings.smtp.host)])
    const appPasswordHelp = appPasswordHelpOf(settings.imap.host)
    return { settings, source, ...(appPasswordHelp !== undefined && { appPasswordHelp }) }
  }

  async function presentMx(): Promise<MailLookup | undefined> {
    const host = await findMxHost(domain, resolver, signal)
    return host && lookupOfKnownHost(host, address, 'mx')
  }

  try {
    const files = [...autoconfigUrls(address), ...(askMozilla ? [mozillaUrl(domain)] : [])]
    const answers: Promise<MailLookup | undefined>[] = [
      ...files.map((url) =>
        filesDeadline.attempt(present('autoconfig', findAutoconfig(url, address, access))),
      ),
      deadline.attempt(present('srv', findSrvSettings(domain, resolver, signal))),
      deadline.attempt(presentMx()),
    ]
    for (const answer of answers) {
      const lookup = await answer
      options.signal?.throwIfAborted()
      if (lookup) return lookup
    }
    return {}
  } finally {
    deadline.end()
    await checked.close()
  }
}
