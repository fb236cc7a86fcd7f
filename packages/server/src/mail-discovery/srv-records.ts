import { toHostname } from './hostname.ts'
import type { MailResolver, SrvAnswer } from './mail-lookup-options.ts'
import type { MailEndpoint, MailSettings } from './mail-settings.ts'

/**
 * The servers that a domain's SRV records name (RFC 6186), TLS from the first byte before STARTTLS (RFC
 * 8314). A target may lie in another domain, and the DNS is rarely signed: anyone who can forge a domain's
 * answers can name its servers (RFC 6186, section 6), which is why the autoconfig file, fetched over HTTPS,
 * is preferred.
 */
export async function findSrvSettings(
  domain: string,
  resolver: MailResolver,
  signal: AbortSignal,
): Promise<MailSettings | undefined> {
  const ask = async (service: string, encryption: 'tls' | 'starttls') => {
    const records = await resolver.srv(`${service}._tcp.${domain}`, signal).catch(() => [])
    return endpointOf(records, encryption)
  }
  const [imaps, imap, submissions, submission] = await Promise.all([
    ask('_imaps', 'tls'),
    ask('_imap', 'starttls'),
    ask('_submissions', 'tls'),
    ask('_submission', 'starttls'),
  ])
  const incoming = imaps ?? imap
  const outgoing = submissions ?? submission
  return incoming && outgoing && { imap: incoming, smtp: outgoing }
}

function endpointOf(records: readonly SrvAnswer[], encryption: 'tls' | 'starttls'): MailEndpoint | undefined {
  // RFC 2782 picks among equals randomly by weight. Settings are stored for years, so the heaviest is taken,
  // which is always the same.
  const [best] = records.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
  // A target of "." says that the service is not offered, and is no host name either.
  const host = best && toHostname(best.name.replace(/\.$/, ''))
  return best && host !== undefined && best.port > 0 ? { host, port: best.port, encryption } : undefined
}
