import { BlockList, isIPv4, isIPv6 } from 'node:net'

// The IANA special-purpose registry for IPv4 (RFC 6890 and its updates), multicast and class E.
const specialIPv4 = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  specialIPv4.addSubnet(network, prefix, 'ipv4')
}
// A public address that every virtual machine of Azure reaches its host at ("What is IP address 168.63.129.16?").
specialIPv4.addAddress('168.63.129.16', 'ipv4')

// Only global unicast can be public. All that lies outside is refused unread: loopback, link-local, unique
// local, multicast, and the forms that carry an IPv4 address (mapped, NAT64).
const globalIPv6 = new BlockList()
globalIPv6.addSubnet('2000::', 3, 'ipv6')

// Inside it: protocol assignments with Teredo, documentation, and 6to4, which carries an IPv4 address too.
const specialIPv6 = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  specialIPv6.addSubnet(network, prefix, 'ipv6')
}

/** Whether an IP address is on the open internet. False for text that is no IP address or has a zone. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialIPv4.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  return globalIPv6.check(address, 'ipv6') && !specialIPv6.check(address, 'ipv6')
}
