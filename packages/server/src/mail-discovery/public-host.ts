import { isIP } from 'node:net'
import { startDeadline } from './deadline.ts'
import { dnsResolver } from './dns-resolver.ts'
import { toHostname } from './hostname.ts'
import type { MailLookupOptions } from './mail-lookup-options.ts'
import { createAddressBook } from './pinned-dns.ts'

// What a closed network or a test names a host with: `localhost`, a container's name.
const singleLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

/**
 * Whether a mail server that a user named is on the open internet: a fully qualified name all of whose
 * addresses are public, or a public IP address. Connects to nothing. False when the name does not resolve
 * within `timeoutMs`. With `allowPrivateAddresses` every well-formed host passes, and the DNS is not asked.
 * Rejects only with the reason of an aborted `signal`.
 */
export async function isPublicHost(
  host: string,
  options: Pick<MailLookupOptions, 'timeoutMs' | 'allowPrivateAddresses' | 'signal' | 'resolver'>,
): Promise<boolean> {
  options.signal?.throwIfAborted()
  const isLiteral = isIP(host) > 0
  const name = isLiteral ? host : toHostname(host)
  if (options.allowPrivateAddresses) return name !== undefined || singleLabel.test(host)
  if (name === undefined) return false

  const { resolver = dnsResolver } = options
  const deadline = startDeadline(options)
  try {
    const book = createAddressBook({ resolver, allowPrivateAddresses: false, signal: deadline.signal })
    const addresses = await deadline.attempt(book.addresses(name))
    options.signal?.throwIfAborted()
    return addresses !== undefined
  } finally {
    deadline.end()
  }
}
