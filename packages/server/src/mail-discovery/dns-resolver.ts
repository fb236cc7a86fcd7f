import { Resolver } from 'node:dns/promises'
import type { MailResolver } from './mail-lookup-options.ts'

/**
 * The machine's name servers, asked directly: a host file or a search domain never turns a stranger's name
 * into a machine of this network. Bounded by the signal alone.
 */
export const dnsResolver: MailResolver = {
  addresses: (host, signal) =>
    ask(signal, async (resolver) => {
      const families = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
      return families.flatMap((family) => (family.status === 'fulfilled' ? family.value : []))
    }),
  srv: (name, signal) => ask(signal, (resolver) => resolver.resolveSrv(name)),
  mx: (domain, signal) => ask(signal, (resolver) => resolver.resolveMx(domain)),
}

async function ask<T>(signal: AbortSignal, question: (resolver: Resolver) => Promise<T>): Promise<T> {
  signal.throwIfAborted()
  const resolver = new Resolver()
  const cancel = () => resolver.cancel()
  signal.addEventListener('abort', cancel)
  try {
    return await question(resolver)
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
