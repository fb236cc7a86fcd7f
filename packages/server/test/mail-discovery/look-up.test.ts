import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  lookUpMail,
  type MailFetch,
  type MailLookupOptions,
  type MailResponse,
  type MxAnswer,
  type SrvAnswer,
} from '../../src/mail-discovery/index.ts'
import { knownHosts } from '../../src/mail-discovery/known-hosts.ts'
import { isPublicAddress } from '../../src/mail-discovery/public-address.ts'

type Page =
  | string
  | { status?: number; location?: string; body?: string | AsyncIterable<Uint8Array> }
  | 'hang'

interface World {
  addresses?: Readonly<Record<string, readonly string[]>>
  /** The addresses of hosts that are not listed; `[]` for none. */
  elsewhere?: readonly string[]
  srv?: Readonly<Record<string, readonly SrvAnswer[]>>
  mx?: Readonly<Record<string, readonly MxAnswer[]>>
  /** Pages by URL without the query. */
  pages?: Readonly<Record<string, Page>>
}

/** A network that records every request. */
function network(world: World) {
  const asked: string[] = []
  const fetched: URL[] = []
  const never = <T>(signal: AbortSignal) =>
    new Promise<T>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))

  const resolver = {
    async addresses(host: string) {
      asked.push(`A ${host}`)
      return world.addresses?.[host] ?? world.elsewhere ?? ['203.0.114.7']
    },
    async srv(name: string) {
      asked.push(`SRV ${name}`)
      return world.srv?.[name] ?? []
    },
    async mx(domain: string) {
      asked.push(`MX ${domain}`)
      return world.mx?.[domain] ?? []
    },
  }
  const fetch: MailFetch = async (url, { signal }) => {
    fetched.push(url)
    const page = world.pages?.[`${url.origin}${url.pathname}`] ?? { status: 404 }
    if (page === 'hang') return never<MailResponse>(signal)
    const { status = 200, location = null, body = '' } = typeof page === 'string' ? { body: page } : page
    const headers = { get: (name: string) => (name === 'location' ? location : null) }
    return { status, headers, body: typeof body === 'string' ? bytes(body) : body }
  }
  const options = {
    timeoutMs: 2000,
    allowPrivateAddresses: false,
    resolver,
    fetch,
  } satisfies MailLookupOptions
  return { asked, fetched, options }
}

async function* bytes(text: string) {
  yield new TextEncoder().encode(text)
}

function autoconfigFile(imapHost: string, smtpHost = imapHost): string {
  const server = (tag: string, type: string, host: string, port: number) =>
    `<${tag} type="${type}"><hostname>${host}</hostname><port>${port}</port><socketType>SSL</socketType>
     <authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username></${tag}>`
  return `<clientConfig version="1.1"><emailProvider id="x">${server('incomingServer', 'imap', imapHost, 993)}
    ${server('outgoingServer', 'smtp', smtpHost, 465)}</emailProvider></clientConfig>`
}

const tls = (host: string, port: number) => ({ host, port, encryption: 'tls' })
const first = 'https://autoconfig.example.com/mail/config-v1.1.xml'
const second = 'https://example.com/.well-known/autoconfig/mail/config-v1.1.xml'
const mozilla = 'https://autoconfig.thunderbird.net/v1.1/example.com'
const srv = {
  '_imaps._tcp.example.com': [{ name: 'srv-imap.example.com', port: 993, priority: 0, weight: 1 }],
  '_submissions._tcp.example.com': [{ name: 'srv-smtp.example.com', port: 465, priority: 0, weight: 1 }],
}
const mx = { 'example.com': [{ exchange: 'aspmx.l.google.com', priority: 1 }] }

afterEach(() => {
  vi.useRealTimers()
})

describe('an invalid address', () => {
  it.each([
    '',
    'a',
    '@',
    'a@',
    '@example.com',
    'a@b',
    'a@localhost',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@[IPv6:::1]',
    'a@0x7f.1',
    'a@1.0x7f',
    'a@１２７.0.0.1',
    'a@2130706433',
    'a b@example.com',
    'a\u0000@example.com',
    'a@exam\nple.com',
    'a\r\nx: y@example.com',
    'a\ud800@example.com',
    'a@example..com',
    'a@-example.com',
    'a@example.com/x',
    'a@example.com:25',
    'a@example.com?x',
    'a@exam%70le.com',
    'a@example.com.',
    '"a@b"@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(2048)}.com`,
    `${'a'.repeat(2048)}@gmail.com`,
  ])('%j is not looked up', async (email) => {
    const { asked, fetched, options } = network({
      srv,
      mx,
      pages: { [first]: autoconfigFile('imap.example.com') },
    })
    await expect(lookUpMail(email, options)).resolves.toEqual({})
    expect({ asked, fetched }).toEqual({ asked: [], fetched: [] })
  })
})

describe('a known host', () => {
  it.each([
    ['ann@gmail.com', 'imap.gmail.com', 'smtp.gmail.com', 'support.google.com'],
    ['Ann@GMail.com', 'imap.gmail.com', 'smtp.gmail.com', 'support.google.com'],
    ['ann@googlemail.com', 'imap.gmail.com', 'smtp.gmail.com', 'support.google.com'],
    ['ann@hotmail.co.uk', 'outlook.office365.com', 'smtp-mail.outlook.com', 'support.microsoft.com'],
    ['ann@live.fr', 'outlook.office365.com', 'smtp-mail.outlook.com', 'support.microsoft.com'],
    ['ann@yahoo.fr', 'imap.mail.yahoo.com', 'smtp.mail.yahoo.com', 'help.yahoo.com'],
    ['ann@me.com', 'imap.mail.me.com', 'smtp.mail.me.com', 'support.apple.com'],
    ['ann@aol.com', 'imap.aol.com', 'smtp.aol.com', 'help.aol.com'],
    ['ann@gmx.de', 'imap.gmx.net', 'mail.gmx.net', 'hilfe.gmx.net'],
    ['ann@fastmail.com', 'imap.fastmail.com', 'smtp.fastmail.com', 'www.fastmail.help'],
    ['ann@yandex.ru', 'imap.yandex.com', 'smtp.yandex.com', 'id.yandex.com'],
    ['ann@mail.ru', 'imap.mail.ru', 'smtp.mail.ru', 'account.mail.ru'],
  ])('is found for %s without the network', async (email, imap, smtp, help) => {
    const { asked, fetched, options } = network({})
    const lookup = await lookUpMail(email, options)
    expect(lookup).toMatchObject({
      source: 'known',
      settings: { imap: { host: imap }, smtp: { host: smtp } },
    })
    expect(new URL(lookup.appPasswordHelp ?? '').hostname).toBe(help)
    expect({ asked, fetched }).toEqual({ asked: [], fetched: [] })
  })

  it('names the login of a host that wants the local part', async () => {
    await expect(lookUpMail('ann@free.fr', network({}).options)).resolves.toEqual({
      source: 'known',
      settings: {
        imap: { ...tls('imap.free.fr', 993), user: 'ann' },
        smtp: { ...tls('smtp.free.fr', 465), user: 'ann' },
      },
    })
  })

  it('returns a source without settings for a host without IMAP', async () => {
    await expect(lookUpMail('ann@proton.me', network({}).options)).resolves.toEqual({ source: 'known' })
  })

  it('lists each domain and each MX once, in lower case, with help pages over https', () => {
    const domains = knownHosts.flatMap((host) => host.domains)
    const exchanges = knownHosts.flatMap((host) => host.mx ?? [])
    for (const names of [domains, exchanges]) {
      expect(names).toEqual([...new Set(names)])
      for (const name of names) expect(name).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
    }
    for (const host of knownHosts) {
      if (host.appPasswordHelp) expect(new URL(host.appPasswordHelp).protocol).toBe('https:')
      expect(host.settings?.imap.encryption).not.toBe('default')
    }
  })
})

describe('the order of the sources', () => {
  const pages = {
    [first]: autoconfigFile('first.example.com'),
    [second]: autoconfigFile('second.example.com'),
    [mozilla]: autoconfigFile('mozilla.example.com'),
  }

  it.each<[string, World, string, string]>([
    ['its autoconfig host', { pages, srv, mx }, 'autoconfig', 'first.example.com'],
    [
      'its well-known file',
      { pages: { ...pages, [first]: 'x' }, srv, mx },
      'autoconfig',
      'second.example.com',
    ],
    [
      'its SRV records',
      { pages: { [mozilla]: pages[mozilla] ?? '' }, srv, mx },
      'srv',
      'srv-imap.example.com',
    ],
    ['its MX hosts', { mx }, 'mx', 'imap.gmail.com'],
  ])('takes %s', async (_case, world, source, host) => {
    const { options } = network(world)
    await expect(lookUpMail('ann@example.com', options)).resolves.toMatchObject({
      source,
      settings: { imap: { host } },
    })
  })

  it('has no result if nothing is published', async () => {
    const { fetched, options } = network({})
    await expect(lookUpMail('ann@example.com', options)).resolves.toEqual({})
    expect(fetched.map((url) => `${url.origin}${url.pathname}`)).toEqual([first, second])
  })

  it('includes Mozilla only if that is set, and never sends it the address', async () => {
    const { fetched, options } = network({ pages: { [mozilla]: pages[mozilla] ?? '' }, srv })
    const lookup = await lookUpMail('ann@example.com', { ...options, askMozilla: true })
    expect(lookup).toMatchObject({
      source: 'autoconfig',
      settings: { imap: { host: 'mozilla.example.com' } },
    })
    expect(fetched.filter((url) => url.hostname === 'autoconfig.thunderbird.net').map(String)).toEqual([
      mozilla,
    ])
  })

  it('writes the address into the query of an autoconfig URL and nowhere else', async () => {
    const { fetched, options } = network({})
    await lookUpMail("a+b&c='d@example.com", options)
    for (const url of fetched) {
      expect(url.searchParams.get('emailaddress')).toBe("a+b&c='d@example.com")
      expect([...url.searchParams.keys()]).toEqual(['emailaddress'])
      expect(url.hostname).toMatch(/(^|\.)example\.com$/)
    }
  })

  it('looks up an internationalized domain by its ASCII form', async () => {
    const { asked, options } = network({})
    await lookUpMail('ann@BÜCHER.example', options)
    expect(asked).toContain('MX xn--bcher-kva.example')
  })

  it('links to the page on app passwords if a domain names the servers of a known host', async () => {
    const { options } = network({ pages: { [first]: autoconfigFile('imap.gmail.com', 'smtp.gmail.com') } })
    const { appPasswordHelp } = await lookUpMail('ann@example.com', options)
    expect(appPasswordHelp).toBe('https://support.google.com/accounts/answer/185833')
  })
})

describe('a time limit', () => {
  it('gives web servers that never respond half of it', async () => {
    vi.useFakeTimers()
    const { options } = network({ pages: { [first]: 'hang', [second]: 'hang' }, mx })
    const settled = vi.fn()
    const lookup = lookUpMail('ann@example.com', options)
    lookup.then(settled, settled)
    await vi.advanceTimersByTimeAsync(options.timeoutMs / 2 - 1)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await expect(lookup).resolves.toMatchObject({ source: 'mx' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('holds even if a port ignores its signal', async () => {
    vi.useFakeTimers()
    const never = () => new Promise<never>(() => {})
    const resolver = { addresses: never, srv: never, mx: never }
    const lookup = lookUpMail('ann@example.com', {
      timeoutMs: 500,
      allowPrivateAddresses: false,
      resolver,
      fetch: never,
    })
    await vi.advanceTimersByTimeAsync(500)
    await expect(lookup).resolves.toEqual({})
    expect(vi.getTimerCount()).toBe(0)
  })

  it('aborts what still runs once there is a result', async () => {
    const signals: AbortSignal[] = []
    const { options } = network({ pages: { [first]: autoconfigFile('imap.example.com'), [second]: 'hang' } })
    const fetch: MailFetch = (url, init) => {
      signals.push(init.signal)
      return options.fetch(url, init)
    }
    await lookUpMail('ann@example.com', { ...options, fetch })
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true])
  })

  it("ends with the caller's signal, by its reason", async () => {
    const caller = new AbortController()
    const { options } = network({ pages: { [first]: 'hang' }, mx })
    const lookup = lookUpMail('ann@example.com', { ...options, signal: caller.signal })
    caller.abort(new Error('the caller left'))
    await expect(lookup).rejects.toThrow('the caller left')
    await expect(lookUpMail('ann@gmail.com', { ...options, signal: caller.signal })).rejects.toThrow(
      'the caller left',
    )
  })
})

describe('an autoconfig file', () => {
  const target = 'https://settings.example.net/file.xml'
  const good = autoconfigFile('imap.example.com')

  it.each<[string, World]>([
    ['a redirect', { pages: { [first]: { status: 302, location: target }, [target]: good } }],
    [
      'a relative redirect',
      {
        pages: {
          [first]: { status: 301, location: '/mail/x.xml' },
          [first.replace('config-v1.1', 'x')]: good,
        },
      },
    ],
  ])('is found behind %s', async (_case, world) => {
    await expect(lookUpMail('ann@example.com', network(world).options)).resolves.toMatchObject({
      source: 'autoconfig',
    })
  })

  it.each([
    ['http', 'http://settings.example.net/file.xml'],
    ['a port', 'https://settings.example.net:8443/file.xml'],
    ['credentials', 'https://u:p@settings.example.net/file.xml'],
    ['loopback', 'https://127.0.0.1/file.xml'],
    ['loopback in another spelling', 'https://2130706433/file.xml'],
    ['loopback in IPv6', 'https://[::1]/file.xml'],
    ['a public IP address', 'https://203.0.114.9/file.xml'],
    ['a single label', 'https://localhost/file.xml'],
    ['a name with a private address', 'https://inside.example.net/file.xml'],
    ['a name with one private address of two', 'https://half.example.net/file.xml'],
    ['no URL', 'https://'],
    ['another scheme', 'file:///etc/passwd'],
  ])('is not fetched through a redirect to %s', async (_case, location) => {
    const { fetched, options } = network({
      addresses: { 'inside.example.net': ['169.254.169.254'], 'half.example.net': ['203.0.114.7', '::1'] },
      pages: { [first]: { status: 302, location } },
    })
    await expect(lookUpMail('ann@example.com', options)).resolves.toEqual({})
    expect(fetched.map((url) => url.hostname)).toEqual(['autoconfig.example.com', 'example.com'])
  })

  it('is abandoned after three redirects', async () => {
    const { fetched, options } = network({ pages: { [first]: { status: 302, location: first } } })
    await expect(lookUpMail('ann@example.com', options)).resolves.toEqual({})
    expect(fetched.filter((url) => url.hostname === 'autoconfig.example.com')).toHaveLength(4)
  })

  it('is read to 32 kB and no further', async () => {
    let read = 0
    async function* endless() {
      for (;;) {
        read += 16 * 1024
        yield new Uint8Array(16 * 1024).fill(0x20)
      }
    }
    const { options } = network({ pages: { [first]: { body: endless() } } })
    await expect(lookUpMail('ann@example.com', options)).resolves.toEqual({})
    expect(read).toBe(48 * 1024)
  })

  it.each([
    ['a private', { 'imap.example.com': ['10.0.0.1'] }],
    ['a mapped', { 'imap.example.com': ['::ffff:10.0.0.1'] }],
    ['no', { 'imap.example.com': [] }],
  ])('is skipped if its server has %s address', async (_case, addresses) => {
    const { options } = network({ addresses, pages: { [first]: good }, mx })
    await expect(lookUpMail('ann@example.com', options)).resolves.toMatchObject({ source: 'mx' })
    const allowing = { ...options, allowPrivateAddresses: true }
    const expected = addresses['imap.example.com'].length > 0 ? 'autoconfig' : 'mx'
    await expect(lookUpMail('ann@example.com', allowing)).resolves.toMatchObject({ source: expected })
  })
})

describe('SRV records', () => {
  const record = (name: string, port: number, priority = 0, weight = 0) => ({ name, port, priority, weight })
  const smtp = { '_submission._tcp.example.com': [record('smtp.example.com', 587)] }

  it.each<[string, NonNullable<World['srv']>, object | undefined]>([
    [
      'TLS before STARTTLS',
      {
        '_imaps._tcp.example.com': [record('a.example.com', 993)],
        '_imap._tcp.example.com': [record('b.example.com', 143)],
      },
      tls('a.example.com', 993),
    ],
    [
      'STARTTLS alone',
      { '_imap._tcp.example.com': [record('b.example.com', 143)] },
      { host: 'b.example.com', port: 143, encryption: 'starttls' },
    ],
    [
      '"." for TLS',
      {
        '_imaps._tcp.example.com': [record('.', 0)],
        '_imap._tcp.example.com': [record('b.example.com', 143)],
      },
      { host: 'b.example.com', port: 143, encryption: 'starttls' },
    ],
    [
      '"." for all',
      { '_imaps._tcp.example.com': [record('.', 0)], '_imap._tcp.example.com': [record('', 0)] },
      undefined,
    ],
    [
      'the lowest priority',
      { '_imaps._tcp.example.com': [record('a.example.com', 1, 20), record('b.example.com', 2, 10)] },
      tls('b.example.com', 2),
    ],
    [
      'the heaviest of equals',
      { '_imaps._tcp.example.com': [record('a.example.com', 1, 5, 1), record('b.example.com', 2, 5, 9)] },
      tls('b.example.com', 2),
    ],
    [
      'a final dot and capitals',
      { '_imaps._tcp.example.com': [record('A.Example.com.', 993)] },
      tls('a.example.com', 993),
    ],
    ['an IP address', { '_imaps._tcp.example.com': [record('127.0.0.1', 993)] }, undefined],
    ['a single label', { '_imaps._tcp.example.com': [record('localhost', 993)] }, undefined],
  ])('%s', async (_case, imapRecords, imap) => {
    const { options } = network({ srv: { ...smtp, ...imapRecords } })
    const expected = imap && {
      source: 'srv',
      settings: { imap, smtp: { host: 'smtp.example.com', port: 587, encryption: 'starttls' } },
    }
    await expect(lookUpMail('ann@example.com', options)).resolves.toEqual(expected ?? {})
  })

  it('have no result without a server for sending', async () => {
    const { options } = network({ srv: { '_imaps._tcp.example.com': [record('a.example.com', 993)] } })
    await expect(lookUpMail('ann@example.com', options)).resolves.toEqual({})
  })

  it('are skipped if they lead into a private network', async () => {
    const { options } = network({ srv, addresses: { 'srv-smtp.example.com': ['192.168.1.1'] } })
    await expect(lookUpMail('ann@example.com', options)).resolves.toEqual({})
  })
})

describe('MX hosts', () => {
  it.each([
    ['alt1.aspmx.l.google.com', 'imap.gmail.com', 'smtp.gmail.com'],
    ['ASPMX2.GoogleMail.com.', 'imap.gmail.com', 'smtp.gmail.com'],
    ['example-com.mail.protection.outlook.com', 'outlook.office365.com', 'smtp.office365.com'],
    ['example-com.a-v1.mx.microsoft', 'outlook.office365.com', 'smtp.office365.com'],
    ['mx01.mail.icloud.com', 'imap.mail.me.com', 'smtp.mail.me.com'],
    ['mx2.zoho.eu', 'imap.zoho.eu', 'smtp.zoho.eu'],
    ['in1-smtp.messagingengine.com', 'imap.fastmail.com', 'smtp.fastmail.com'],
    ['mx1.mail.ovh.net', 'ssl0.ovh.net', 'ssl0.ovh.net'],
    ['mx00.ionos.fr', 'imap.ionos.fr', 'smtp.ionos.fr'],
    ['mx00.kundenserver.de', 'imap.ionos.de', 'smtp.ionos.de'],
  ])('%s', async (exchange, imap, smtp) => {
    const { options } = network({ mx: { 'example.com': [{ exchange, priority: 10 }] } })
    const settings = { imap: { host: imap }, smtp: { host: smtp } }
    await expect(lookUpMail('ann@example.com', options)).resolves.toMatchObject({ source: 'mx', settings })
  })

  it.each(['notgoogle.com', 'google.com.evil.example', 'mx.example.com', 'com', '', '.'])(
    '%j is no known host',
    async (exchange) => {
      const { options } = network({ mx: { 'example.com': [{ exchange, priority: 10 }] } })
      await expect(lookUpMail('ann@example.com', options)).resolves.toEqual({})
    },
  )

  it('do not count as back-ups', async () => {
    const records = [
      { exchange: 'aspmx.l.google.com', priority: 20 },
      { exchange: 'filter.example.net', priority: 10 },
    ]
    await expect(
      lookUpMail('ann@example.com', network({ mx: { 'example.com': records } }).options),
    ).resolves.toEqual({})
  })

  it('show that a host has no IMAP', async () => {
    const { options } = network({ mx: { 'example.com': [{ exchange: 'mail.protonmail.ch', priority: 10 }] } })
    await expect(lookUpMail('ann@example.com', options)).resolves.toEqual({ source: 'mx' })
  })
})

describe('for any responses', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6(),
    fc.constantFrom('.', '', 'localhost', 'example.com'),
    fc.string(),
  )
  const ip = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('127.0.0.1', '203.0.114.7', '::1'), fc.string())
  const port = fc.oneof(fc.integer(), fc.double())
  const page = fc.oneof(
    fc.string(),
    host.map((name) => autoconfigFile(name)),
    fc.record({
      status: fc.integer(),
      location: fc.oneof(
        fc.webUrl(),
        host.map((name) => `https://${name}/`),
        fc.string(),
      ),
    }),
  )
  const email = fc.oneof(
    fc.emailAddress(),
    fc.string(),
    fc.string().map((local) => `${local}@example.com`),
    fc
      .tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))
      .map(([local, domain]) => `${local}@${domain}.com`),
  )

  it('a look-up never rejects and never connects to an address that is not public', async () => {
    await fc.assert(
      fc.asyncProperty(
        email,
        fc.array(ip, { maxLength: 3 }),
        fc.array(fc.record({ name: host, port, priority: fc.integer(), weight: fc.integer() }), {
          maxLength: 3,
        }),
        fc.array(fc.record({ exchange: host, priority: fc.integer() }), { maxLength: 3 }),
        page,
        async (address, addresses, srvRecords, mxRecords, answer) => {
          const { fetched, options } = network({})
          const resolver = {
            addresses: async () => addresses,
            srv: async () => srvRecords,
            mx: async () => mxRecords,
          }
          const fetch: MailFetch = async (url) => {
            fetched.push(url)
            const { status, location } = typeof answer === 'string' ? { status: 200, location: null } : answer
            return {
              status,
              headers: { get: () => location },
              body: bytes(typeof answer === 'string' ? answer : ''),
            }
          }
          const lookup = await lookUpMail(address, { ...options, resolver, fetch })
          const isSafe = addresses.length > 0 && addresses.every(isPublicAddress)
          if (!isSafe) expect(fetched).toEqual([])
          if (!isSafe) expect(['autoconfig', 'srv']).not.toContain(lookup.source)
          for (const url of fetched) expect(url.protocol).toBe('https:')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('ports that throw count as no result', async () => {
    const fail = () => {
      throw new Error('broken')
    }
    const resolver = { addresses: fail, srv: fail, mx: fail }
    const options = { timeoutMs: 1000, allowPrivateAddresses: false, resolver, fetch: fail }
    await expect(lookUpMail('ann@example.com', options)).resolves.toEqual({})
  })
})
