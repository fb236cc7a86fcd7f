import { createServer } from 'node:http'
import { readIntent } from '@connect-account/core/protocol'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { toNodeListener } from '../src/adapters/node.ts'
import { addressRange } from '../src/rate-limits/address-range.ts'
import { builtPage, linkedin, opening, ownerOf } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { type Browser, checkpointId, readProblem, startTestHost, type TestHost } from './test-host.ts'

// Each test is short, but the machine may be busy.
let host: TestHost

const minute = { seconds: 60 }
const rateLimits = {
  start: { points: 3, ...minute },
  solve: { points: 2, ...minute },
  resend: { points: 1, ...minute },
  change: { points: 2, ...minute },
  link: { points: 4, ...minute },
  read: { points: 40, ...minute },
}

beforeAll(async () => {
  host = await startTestHost({
    rateLimits,
    publicUrl: 'https://host.example',
    links: { page: builtPage, ownerOf },
    timings: { resendSeconds: 0 },
    clientAddress: (request, peer) => request.headers.get('x-proxy-says') ?? peer,
  })
})
afterAll(() => host.close())
beforeEach(async () => {
  await host.reset()
  host.upstream.script = ({ path }) =>
    path.endsWith('/resend') ? { status: 204, json: null } : answers.checkpoint('OTP')
})

/** Users that no test has counted yet, because a user over the limit is also remembered in memory. */
let users = 0
const someone = () => `user-${++users}`

async function codes(times: number, call: () => Promise<Response>): Promise<(string | number)[]> {
  const results: (string | number)[] = []
  for (let time = 0; time < times; time++) {
    const response = await call()
    results.push(response.ok ? response.status : (await readProblem(response)).code)
  }
  return results
}

const start = (browser: Browser, headers = {}) => browser.send('POST', '/intents', linkedin(), headers)

test('a user who starts too often gets a time to retry, and Unipile is not called', async () => {
  const name = someone()
  expect(await codes(4, () => start(host.as(name)))).toEqual([201, 201, 201, 'rate_limited'])
  expect(host.upstream.calls).toHaveLength(3)
  const problem = await readProblem(await start(host.as(name)))
  expect(problem).toMatchObject({ httpStatus: 429, code: 'rate_limited' })
  expect(problem.retryAfter).toBeGreaterThan(0)
  expect(problem.retryAfter).toBeLessThanOrEqual(60)
  expect(problem.headers.get('retry-after')).toBe(String(problem.retryAfter))
  expect((await start(host.as(someone()))).status).toBe(201)
})

test('answers and calls that send a message are counted separately', async () => {
  const browser = host.as(someone())
  const intent = await browser.start()
  const path = `/intents/${intent.id}`
  const wrong = () => {
    host.upstream.script = () => answers.error(401, 'provider/invalid_checkpoint_code')
    return browser.send('POST', `${path}/solve`, { checkpoint: checkpointId(intent.step), answer: '1' })
  }
  expect(await codes(3, wrong)).toEqual([200, 200, 'rate_limited'])
  host.upstream.script = () => ({ status: 204, json: null })
  expect(await codes(2, () => browser.send('POST', `${path}/resend`))).toEqual([200, 'rate_limited'])
  expect(await codes(1, () => browser.send('POST', `${path}/challenge`, {}))).toEqual(['rate_limited'])
  expect((await browser.send('GET', path)).status).toBe(200)
  expect((await browser.send('DELETE', path)).status).toBe(200)
})

test('changes are counted too: names, disconnections and cancellations together', async () => {
  const browser = host.as(someone())
  host.upstream.script = () => answers.account('acc_1')
  const { step } = await browser.start()
  if (step.type !== 'linked') throw new Error(`Not linked: ${step.type}`)
  const account = `/accounts/${step.account.id}`
  expect(await codes(1, () => browser.send('PATCH', account, { name: 'Work' }))).toEqual([200])
  expect(await codes(1, () => browser.send('DELETE', `/intents/none`))).toEqual(['intent_not_found'])
  expect(await codes(1, () => browser.send('DELETE', account))).toEqual(['rate_limited'])
})

test('a link is opened only so often, whatever is asked of it', async () => {
  const { url } = await host.handler.links.create({ userId: someone() })
  const open = () => host.handler.fetch(opening(url))
  expect(await codes(3, open)).toEqual([200, 200, 200])
  expect((await host.handler.fetch(new Request(url, { method: 'HEAD' }))).status).toBe(200)
  expect(await codes(1, open)).toEqual(['rate_limited'])
  const page = await host.handler.fetch(new Request(url))
  expect(page.status).toBe(429)
  expect(await page.text()).toContain('Wait a few minutes')
  const other = await host.handler.links.create({ userId: someone() })
  expect((await host.handler.fetch(opening(other.url))).status).toBe(200)
})

test('an address that tries made-up links is refused, whatever it tries, and others are not', async () => {
  const from = (address: string, what: (url: string) => Request) => (n: number) => {
    const request = what(`https://host.example/connect/links/${String(n).padStart(43, 'x')}`)
    request.headers.set('x-proxy-says', address)
    return host.handler.fetch(request)
  }
  const guesses = [
    from('192.0.2.77', (url) => new Request(url)),
    from('192.0.2.77', (url) => opening(url)),
    from('192.0.2.77', (url) => new Request(url, { method: 'HEAD' })),
  ]
  const statuses: number[] = []
  for (let n = 0; n < 21; n++) statuses.push((await guesses[n % 3]?.(n))?.status ?? 0)
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 404), 429])
  expect((await from('192.0.2.78', (url) => opening(url))(1)).status).toBe(404)
})

test('every call that the holder of a link makes is counted for the link alone', async () => {
  const name = someone()
  const { url } = await host.handler.links.create({ userId: name })
  const { session } = v.parse(
    v.object({ session: v.string() }),
    await (await host.handler.fetch(opening(url))).json(),
  )
  const byLink = (method: string, path: string, body?: object) =>
    host.handler.fetch(
      new Request(`http://host.test/connect${path}`, {
        method,
        headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    )
  const { id } = readIntent(await (await byLink('POST', '/intents', linkedin())).json())
  const calls = [
    ['POST', '/solve', { checkpoint: 'c', answer: '1' }, 2],
    ['POST', '/resend', undefined, 1],
    ['POST', '/challenge', {}, 0],
    ['DELETE', '', undefined, 2],
  ] as const
  for (const [method, verb, body, points] of calls) {
    const path = `/intents/${id}${verb}`
    const spent = await codes(points + 1, () => byLink(method, path, body))
    expect([verb, spent.indexOf('rate_limited')]).toEqual([verb, points])
  }
  // Their maker, with an attempt of their own.
  const maker = host.as(name)
  const own = await maker.start()
  for (const [method, verb, body] of calls.filter(([, , , points]) => points > 0)) {
    const [code] = await codes(1, () => maker.send(method, `/intents/${own.id}${verb}`, body))
    expect([verb, code]).not.toEqual([verb, 'rate_limited'])
  }
})

test('the holder of a link does not spend the calls of its maker', async () => {
  const name = someone()
  const { url } = await host.handler.links.create({ userId: name })
  const opened = await host.handler.fetch(opening(url))
  const { session } = v.parse(v.object({ session: v.string() }), await opened.json())
  const startByLink = () =>
    host.handler.fetch(
      new Request('http://host.test/connect/intents', {
        method: 'POST',
        headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
        body: JSON.stringify(linkedin()),
      }),
    )
  expect(await codes(4, startByLink)).toEqual([201, 201, 201, 'rate_limited'])
  expect((await start(host.as(name))).status).toBe(201)
})

test('all instances count as one', async () => {
  const other = await host.another()
  const name = someone()
  const turns = [host.handler, other, host.handler, other, host.handler, other]
  const statuses = await Promise.all(turns.map(async (on) => (await start(host.as(name, { on }))).status))
  expect(statuses.sort()).toEqual([201, 201, 201, 429, 429, 429])
  expect(host.upstream.calls).toHaveLength(3)
})

test('an address is limited too, at five times the limit', async () => {
  const from = { 'x-proxy-says': '203.0.113.7' }
  expect(await codes(16, () => start(host.as(someone()), from))).toEqual([
    ...Array(15).fill(201),
    'rate_limited',
  ])
  expect((await start(host.as(someone()), { 'x-proxy-says': '203.0.113.8' })).status).toBe(201)
})

test('behind node:http, the address is the other end of the connection', async () => {
  const server = createServer(toNodeListener(host.handler))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const call = async () => {
    const authorization = `Bearer ${await host.handler.mintSession({ userId: someone() })}`
    return fetch(`http://127.0.0.1:${port}/connect/intents`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(linkedin()),
    })
  }
  expect(await codes(16, call)).toEqual([...Array(15).fill(201), 'rate_limited'])
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

test('a header that the host does not read has no effect', async () => {
  const name = someone()
  const spoofed = () => start(host.as(name), { 'x-forwarded-for': `203.0.113.${users++}` })
  expect(await codes(4, spoofed)).toEqual([201, 201, 201, 'rate_limited'])
})

test('a limit expires', async () => {
  const name = someone()
  const another = await host.another({ rateLimits: { start: { points: 1, seconds: 1 } } })
  const browser = host.as(name, { on: another })
  expect(await codes(2, () => start(browser))).toEqual([201, 'rate_limited'])
  await expect.poll(async () => (await start(browser)).status).toBe(201)
})

test('if counting fails, calls continue and the failure is logged', async () => {
  await host.database.query('alter table connect_rate_limits rename to hidden')
  try {
    expect((await start(host.as(someone()))).status).toBe(201)
  } finally {
    await host.database.query('alter table hidden rename to connect_rate_limits')
  }
  expect(host.log.join()).toContain('Could not count a call')
})

test('neither users nor addresses are stored in the table', async () => {
  const name = someone()
  await start(host.as(name), { 'x-proxy-says': '203.0.113.9' })
  const dump = JSON.stringify(await host.database.query('select * from connect_rate_limits'))
  expect(dump).toContain('start user')
  expect(dump).toContain('start address')
  expect(dump).not.toContain(name)
  expect(dump).not.toContain('203.0.113.9')
})

test.each([
  { rateLimits: { start: { points: 0, seconds: 1 } } },
  { rateLimits: { solve: { points: 1.5, seconds: 1 } } },
  { rateLimits: { resend: { points: 1, seconds: 0 } } },
])('$rateLimits is no limit', async (settings) => {
  await expect(host.another(settings)).rejects.toMatchObject({ code: 'invalid_setting' })
})

describe('one client', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['unix', 'unix'],
  ])('of %s is %s', (address, range) => expect(addressRange(address)).toBe(range))
})

test('a user who reads without end gets a time to retry, and others read on', async () => {
  const [mallory, ben] = [host.as(someone()), host.as(someone())]
  const results = await codes(41, () => mallory.send('GET', '/accounts'))
  expect(results.slice(0, 40).every((result) => result === 200)).toBe(true)
  expect(results.at(-1)).toBe('rate_limited')
  expect((await mallory.send('GET', '/accounts/events')).status).toBe(429)
  expect((await ben.send('GET', '/accounts')).status).toBe(200)
})
