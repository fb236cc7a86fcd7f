import { isIPv6 } from 'node:net'

/**
 * The part of an address that is one client: all of an IPv4 address, and the first 64 bits of an IPv6
 * address, because a single subscriber has all the rest (RFC 6177). Other text is returned as it is.
 */
export function addressRange(address: string): string {
  const [ip = ''] = address.split('%')
  if (!isIPv6(ip)) return address
  // A socket for both families shows an IPv4 client so (RFC 4291, section 2.5.5.2).
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  const shortest = new URL(`http://[${ip}]`).hostname.slice(1, -1)
  const [head = [], tail = []] = shortest.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}
