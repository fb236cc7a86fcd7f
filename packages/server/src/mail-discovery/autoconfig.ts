import { readAutoconfigFile } from './autoconfig-file.ts'
import { toHostname } from './hostname.ts'
import type { MailAddress } from './mail-address.ts'
import type { MailFetch, MailResponse } from './mail-lookup-options.ts'
import type { MailSettings } from './mail-settings.ts'
import type { AddressBook } from './pinned-dns.ts'

/** What fetching an autoconfig file needs. */
export interface AutoconfigAccess {
  readonly fetch: MailFetch
  readonly book: AddressBook
  readonly signal: AbortSignal
}

/** In bytes. Real files have up to 6 kB; parsing a hostile one of 256 kB takes half a second. */
const longestFile = 32 * 1024
const mostRedirects = 3

/** Where a domain keeps its file, the preferred place first. */
export function autoconfigUrls(address: MailAddress): URL[] {
  return [
    `https://autoconfig.${address.domain}/mail/config-v1.1.xml`,
    `https://${address.domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
  ].map((place) => {
    const url = new URL(place)
    url.searchParams.set('emailaddress', address.whole)
    return url
  })
}

/** Mozilla's configuration of a domain. It is sent the domain, and never the address. */
export function mozillaUrl(domain: string): URL {
  return new URL(`https://autoconfig.thunderbird.net/v1.1/${domain}`)
}

/** Fetches one autoconfig file and reads it. Rejects if it cannot be fetched or read. */
export async function findAutoconfig(
  url: URL,
  address: MailAddress,
  access: AutoconfigAccess,
): Promise<MailSettings | undefined> {
  return readAutoconfigFile(await fetchText(url, access), address)
}

async function fetchText(url: URL, { fetch, book, signal }: AutoconfigAccess): Promise<string> {
  let target = url
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (!isAllowed(target)) throw new Error('The autoconfig file is not where one may be.')
    await book.addresses(target.hostname)
    const headers = { accept: 'application/xml, text/xml' }
    const response = await fetch(target, { method: 'GET', redirect: 'manual', headers, signal })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location !== null)
      target = new URL(location, target)
    else if (response.status === 200) return readText(response)
    else throw new Error('There is no autoconfig file.')
  }
  throw new Error('The autoconfig file is redirected without end.')
}

/** HTTPS on its own port, to a named host, without credentials: what a redirect may lead to. */
function isAllowed(url: URL): boolean {
  const isPlain = url.port === '' && url.username === '' && url.password === ''
  return url.protocol === 'https:' && isPlain && toHostname(url.hostname) !== undefined
}

async function readText(response: MailResponse): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > longestFile) throw new Error('The autoconfig file is too long.')
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
