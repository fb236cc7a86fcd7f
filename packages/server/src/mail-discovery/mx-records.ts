import { knownHostOfMx } from './find-known-host.ts'
import type { KnownHost } from './known-hosts.ts'
import type { MailResolver } from './mail-lookup-options.ts'

/**
 * The known host that takes a domain's mail in. Only the most preferred MX hosts count: a back-up, or a
 * filter in front of the mailbox, does not say where the mailbox is.
 */
export async function findMxHost(
  domain: string,
  resolver: MailResolver,
  signal: AbortSignal,
): Promise<KnownHost | undefined> {
  const records = await resolver.mx(domain, signal)
  const best = Math.min(...records.map((record) => record.priority))
  for (const { exchange, priority } of records) {
    const host = priority === best && knownHostOfMx(exchange.toLowerCase().replace(/\.$/, ''))
    if (host) return host
  }
  return undefined
}
