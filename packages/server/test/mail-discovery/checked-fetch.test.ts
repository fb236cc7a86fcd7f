import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCheckedFetch } from '../../src/mail-discovery/checked-fetch.ts'
import { createAddressBook } from '../../src/mail-discovery/pinned-dns.ts'

/** A real server on loopback that counts its connections. */
let server: Server
let port: number
let connections = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: '/settings' }).end()
    else response.end('the settings')
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  port = typeof bound === 'object' && bound ? bound.port : 0
})

beforeEach(() => {
  connections = 0
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

/** Gets a URL through real sockets, with a DNS that returns what the test sets. */
async function get(url: string, allowPrivateAddresses: boolean, answers: readonly (readonly string[])[]) {
  const { signal } = new AbortController()
  let asked = 0
  const resolver = {
    addresses: async () => answers[Math.min(asked++, answers.length - 1)] ?? [],
    srv: async () => [],
    mx: async () => [],
  }
  const checked = createCheckedFetch(createAddressBook({ resolver, allowPrivateAddresses, signal }))
  try {
    const response = await checked.fetch(new URL(url), {
      method: 'GET',
      redirect: 'manual',
      headers: {},
      signal,
    })
    const chunks: Uint8Array[] = []
    for await (const chunk of response.body ?? []) chunks.push(chunk)
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: Buffer.concat(chunks).toString(),
    }
  } finally {
    await checked.close()
  }
}

describe('the fetch of a mail look-up, over real sockets', () => {
  it('reaches a private address if that is allowed', async () => {
    const answer = await get(`http://autoconfig.example.com:${port}/`, true, [['127.0.0.1']])
    expect(answer).toMatchObject({ status: 200, text: 'the settings' })
    expect(connections).toBe(1)
  })

  it('does not follow a redirect', async () => {
    const answer = await get(`http://autoconfig.example.com:${port}/away`, true, [['127.0.0.1']])
    expect(answer).toMatchObject({ status: 302, location: '/settings' })
    expect(connections).toBe(1)
  })

  it.each([
    ['a name with a private address', 'autoconfig.example.com', ['127.0.0.1']],
    ['a name with a public and a private address', 'autoconfig.example.com', ['203.0.114.7', '127.0.0.1']],
    ['a name with a mapped address', 'autoconfig.example.com', ['::ffff:127.0.0.1']],
    ['a name without addresses', 'autoconfig.example.com', []],
    ['an IPv4 literal', '127.0.0.1', ['203.0.114.7']],
    ['an IPv4 literal in another spelling', '0x7f.1', ['203.0.114.7']],
    ['an IPv6 literal', '[::ffff:127.0.0.1]', ['203.0.114.7']],
  ])('refuses %s', async (_case, host, addresses) => {
    await expect(get(`http://${host}:${port}/`, false, [addresses])).rejects.toThrow()
    expect(connections).toBe(0)
  })

  it('connects to the checked address if the name resolves to another one later', async () => {
    const rebinding = get(`http://autoconfig.example.com:${port}/`, true, [['127.0.0.1'], ['127.0.0.2']])
    await expect(rebinding).resolves.toMatchObject({ status: 200 })
    expect(connections).toBe(1)
  })
})
