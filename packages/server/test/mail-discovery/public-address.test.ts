import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { isPublicHost, type MailResolver } from '../../src/mail-discovery/index.ts'
import { isPublicAddress } from '../../src/mail-discovery/public-address.ts'

function resolverOf(hosts: Readonly<Record<string, readonly string[]>>) {
  const addresses = vi.fn<MailResolver['addresses']>(async (host) => {
    const found = hosts[host]
    if (!found) throw new Error('ENOTFOUND')
    return found
  })
  return { addresses, srv: async () => [], mx: async () => [] } satisfies MailResolver
}

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.1.1',
    '223.255.255.255',
    '168.63.129.15',
    '2606:4700:4700::1111',
    '2001:4860:4860::8888',
    '2a01:cb00::1',
  ])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ['unspecified', '0.0.0.0'],
    ["Azure's host", '168.63.129.16'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared (CGNAT)', '100.64.0.1'],
    ['shared (CGNAT)', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['link-local, cloud metadata', '169.254.169.254'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['loopback at length', '0:0:0:0:0:0:0:1'],
    ['IPv4-mapped, private', '::ffff:127.0.0.1'],
    ['IPv4-mapped, in hexadecimal', '::ffff:7f00:1'],
    ['IPv4-mapped, public', '::ffff:8.8.8.8'],
    ['IPv4-compatible', '::8.8.8.8'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['unique local', 'fd00::1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['public with a zone', '2606:4700:4700::1111%1'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['Teredo', '2001::1'],
    ['documentation', '2001:db8::1'],
    ['6to4 of a private address', '2002:7f00:1::'],
    ['a short spelling', '127.1'],
    ['a number', '2130706433'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('refuses %s: %s', (_kind, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it('refuses every IPv4 address in every IPv6 form that carries it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
        const high = ((a << 8) | b).toString(16)
        const low = ((c << 8) | d).toString(16)
        for (const form of [
          `::ffff:${address}`,
          `::${high}:${low}`,
          `64:ff9b::${high}:${low}`,
          `2002:${high}:${low}::`,
        ]) {
          expect(isPublicAddress(form)).toBe(false)
        }
      }),
    )
  })
})

describe('isPublicHost', () => {
  const hosts = {
    'imap.example.com': ['203.0.114.7', '2606:4700::1'],
    'xn--bcher-kva.example': ['203.0.114.8'],
    'half.example.com': ['203.0.114.7', '10.0.0.7'],
    'inside.example.com': ['192.168.0.2'],
    'empty.example.com': [],
    'odd.example.com': ['not an address'],
  }

  it.each([
    ['imap.example.com', true],
    ['IMAP.Example.COM', true],
    ['bücher.example', true],
    ['8.8.8.8', true],
    ['2606:4700:4700::1111', true],
    ['half.example.com', false],
    ['inside.example.com', false],
    ['empty.example.com', false],
    ['odd.example.com', false],
    ['missing.example.com', false],
    ['127.0.0.1', false],
    ['::1', false],
    ['[::1]', false],
    ['::ffff:8.8.8.8', false],
  ])('%s: %s', async (host, expected) => {
    const options = { timeoutMs: 1000, allowPrivateAddresses: false, resolver: resolverOf(hosts) }
    await expect(isPublicHost(host, options)).resolves.toBe(expected)
  })

  it.each([
    '',
    'localhost',
    'intranet',
    '127.1',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '2130706433',
    '1.0x7f',
    '１２７.0.0.1',
    'imap.example.com:25',
    'user@imap.example.com',
    'imap.example.com/path',
    'imap.example.com%2f',
    'imap .example.com',
    'imap\u0000.example.com',
    '-imap.example.com',
    'a..example.com',
    `${'a'.repeat(64)}.example.com`,
    `${'a.'.repeat(200)}com`,
  ])('refuses %j without asking the DNS', async (host) => {
    const resolver = resolverOf(hosts)
    const options = { timeoutMs: 1000, allowPrivateAddresses: false, resolver }
    await expect(isPublicHost(host, options)).resolves.toBe(false)
    expect(resolver.addresses).not.toHaveBeenCalled()
  })

  it.each([
    ['localhost', true],
    ['mail', true],
    ['127.0.0.1', true],
    ['::1', true],
    ['inside.example.com', true],
    ['', false],
    ['a b', false],
    ['host:25', false],
  ])('with private addresses allowed, %j: %s', async (host, expected) => {
    const resolver = resolverOf({})
    const options = { timeoutMs: 1000, allowPrivateAddresses: true, resolver }
    await expect(isPublicHost(host, options)).resolves.toBe(expected)
    expect(resolver.addresses).not.toHaveBeenCalled()
  })

  it('returns false if the DNS does not respond in time', async () => {
    vi.useFakeTimers()
    try {
      const resolver = { ...resolverOf({}), addresses: () => new Promise<never>(() => {}) }
      const options = { timeoutMs: 300, allowPrivateAddresses: false, resolver }
      const answer = isPublicHost('imap.example.com', options)
      await vi.advanceTimersByTimeAsync(300)
      await expect(answer).resolves.toBe(false)
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  it("rejects with the signal's reason when it is aborted", async () => {
    const caller = new AbortController()
    const resolver = { ...resolverOf({}), addresses: () => new Promise<never>(() => {}) }
    const answer = isPublicHost('imap.example.com', {
      timeoutMs: 10_000,
      allowPrivateAddresses: false,
      resolver,
      signal: caller.signal,
    })
    caller.abort(new Error('gone'))
    await expect(answer).rejects.toThrow('gone')
  })
})
