import type { LookupFunction } from 'node:net'
import { isIPv6 } from 'node:net'
import { Agent, fetch } from 'undici'
import type { MailFetch } from './mail-lookup-options.ts'
import type { AddressBook } from './pinned-dns.ts'

/** A fetch with its own connections, which its owner closes. */
export interface CheckedFetch {
  readonly fetch: MailFetch
  close(): Promise<void>
}

/**
 * A fetch that connects only to addresses of the book. It asks the book itself, regardless of what its caller
 * checked, and passes exactly those addresses to the socket.
 */
export function createCheckedFetch(book: AddressBook): CheckedFetch {
  const lookup: LookupFunction = (host, options, callback) => {
    book.addresses(host).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
        const [first] = found
        if (options.all || first === undefined) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error) => callback(error, []),
    )
  }
  const agent = new Agent({ connect: { lookup } })
  return {
    async fetch(url, init) {
      // A socket to an IP address in the URL does no lookup, so the book is asked here as well.
      await book.addresses(url.hostname)
      return fetch(url, { ...init, dispatcher: agent })
    },
    close: () => agent.destroy(),
  }
}
