import { isIP } from 'node:net'
import type { MailResolver } from './mail-lookup-options.ts'
import { isPublicAddress } from './public-address.ts'

/**
 * The addresses that a look-up may connect to. Each host is resolved once, so that the addresses which were
 * checked are the ones connected to and a name that changes its addresses (DNS rebinding) gains nothing.
 */
export interface AddressBook {
  /** All addresses of a host. Rejects when there are none, or when one of them is refused. */
  addresses(host: string): Promise<readonly string[]>
}

interface AddressBookOptions {
  readonly resolver: MailResolver
  readonly allowPrivateAddresses: boolean
  readonly signal: AbortSignal
}

export function createAddressBook(options: AddressBookOptions): AddressBook {
  const entries = new Map<string, Promise<readonly string[]>>()

  async function resolve(host: string): Promise<readonly string[]> {
    const literal = host.replace(/^\[(.*)\]$/, '$1')
    const found = isIP(literal) > 0 ? [literal] : await options.resolver.addresses(host, options.signal)
    const refused = options.allowPrivateAddresses ? isNoAddress : isNotPublic
    if (found.length === 0 || found.some(refused)) throw new Error('The host has no address to connect to.')
    return found
  }

  return {
    addresses(host) {
      const entry = entries.get(host) ?? resolve(host)
      entries.set(host, entry)
      return entry
    },
  }
}

const isNoAddress = (address: string) => isIP(address) === 0
const isNotPublic = (address: string) => !isPublicAddress(address)
