import { readLink } from '@connect-account/core/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type * as Routes from '../src/routes/index.ts'
import { builtPage, linkedin, opening, ownerOf } from './fixtures.ts'
import { forgeToken } from './forge-token.ts'
import { answers } from './scripted-upstream.ts'
import { readProblem, startTestHost, type TestHost } from './test-host.ts'

/** The routes that the handler serves, recorded as it registers them. */
const served = vi.hoisted(() => ({ session: new Map<string, boolean>(), open: new Set<string>() }))

vi.mock('../src/routes/index.ts', async (load) => {
  const real = await load<typeof Routes>()
  const sessionRoutes: typeof real.sessionRoutes = (context) => {
    const routes = real.sessionRoutes(context)
    for (const { method, path, forLinks = false } of routes) served.session.set(`${method} ${path}`, forLinks)
    return routes
  }
  const openRoutes: typeof real.openRoutes = (context) => {
    const routes = real.openRoutes(context)
    for (const { method, path } of routes) served.open.add(`${method} ${path}`)
    return routes
  }
  return { sessionRoutes, openRoutes }
})

// Each test is short, but the machine may be busy.
let host: TestHost
/** These belong to Anna, and no other caller's attempt may change that. */
let intentId = ''
let accountId = ''
let linkToken = ''
let linkId = ''

beforeAll(async () => {
  host = await startTestHost({
    links: { page: builtPage, ownerOf, selfService: true },
    publicUrl: 'https://host.example',
    metrics: { token: 'metrics-token-for-these-tests' },
  })
})
afterAll(async () => {
  await host.close()
})
beforeEach(async () => {
  await host.reset()
  host.upstream.script = () => answers.account('acc_1')
  const { step } = await host.as('anna').start()
  accountId = step.type === 'linked' ? step.account.id : ''
  host.upstream.script = () => answers.checkpoint('OTP')
  intentId = (await host.as('anna').start()).id
  const { url } = await host.handler.links.create({ userId: 'anna' })
  linkToken = new URL(url).pathname.split('/').at(-1) ?? ''
  const own = await host.as('anna').send('POST', '/links', {})
  linkId = readLink(await own.json()).id
  host.upstream.calls.length = 0
})

const solution = { checkpoint: 'c', answer: '123456' }
const none = '00000000-0000-4000-8000-000000000000'

/**
 * The routes that need a session: what another user's session gets for Anna's ids, and what a session of
 * Anna's that is limited to other providers gets. A number means a response of their own with this status and
 * nothing of Anna's in it.
 */
interface Row {
  readonly body?: () => object
  readonly otherUser: string | number
  readonly otherProvider: string | number
}

const ofIntent: Row = { otherUser: 'intent_not_found', otherProvider: 'provider_not_allowed' }
const ofAccount: Row = { otherUser: 'account_not_found', otherProvider: 'account_not_found' }

const sessionTable: Record<string, Row> = {
  'GET /providers': { otherUser: 200, otherProvider: 200 },
  'POST /intents': { body: () => linkedin(), otherUser: 201, otherProvider: 'provider_not_allowed' },
  'GET /intents/:id': ofIntent,
  'DELETE /intents/:id': ofIntent,
  'POST /intents/:id/solve': { ...ofIntent, body: () => solution },
  'POST /intents/:id/resend': ofIntent,
  'POST /intents/:id/challenge': { ...ofIntent, body: () => ({}) },
  'POST /intents/:id/return': { ...ofIntent, body: () => ({ token: 'x'.repeat(22) }) },
  'GET /intents/:id/events': ofIntent,
  'GET /accounts': { otherUser: 200, otherProvider: 200 },
  'GET /accounts/events': { otherUser: 200, otherProvider: 200 },
  'GET /accounts/:id': ofAccount,
  'PATCH /accounts/:id': { ...ofAccount, body: () => ({ name: 'Mine' }) },
  'DELETE /accounts/:id': ofAccount,
  'POST /links': {
    body: () => ({ providers: ['linkedin'] }),
    otherUser: 201,
    otherProvider: 'provider_not_allowed',
  },
  'GET /links': { otherUser: 200, otherProvider: 200 },
  'DELETE /links/:id': { otherUser: 'link_not_found', otherProvider: 'link_not_found' },
}

/** Ids in bodies are tested too. */
const reaching: Record<string, Row> = {
  'POST /intents': {
    body: () => ({ ...linkedin(), accountId }),
    otherUser: 'account_not_found',
    otherProvider: 'provider_not_allowed',
  },
  'POST /links': {
    body: () => ({ accountId }),
    otherUser: 'account_not_found',
    otherProvider: 'account_not_found',
  },
}

/** The routes that need no session: what a caller without any proof gets. */
const openTable: Record<string, number> = {
  'GET /oauth/callback': 400,
  'GET /oauth/callback/:id': 400,
  'POST /webhooks/unipile': 401,
  'GET /captcha/:id': 404,
  'GET /links/return': 200,
  'GET /links/assets/:id': 404,
  'GET /links/wizard/:id': 404,
  'POST /links/wizard/:id': 401,
  'GET /links/:id': 404,
  'POST /links/:id/details': 404,
  'POST /links/:id/session': 404,
  'POST /links/:id/leave': 404,
  'POST /links/:id/wizard': 404,
  'POST /links/wizard/:id/return': 404,
  'GET /healthz': 200,
  'GET /readyz': 200,
  'GET /openapi.json': 200,
  'GET /metrics': 401,
}

function bodyFor(route: string): object | undefined {
  if (route === 'POST /links/wizard/:id')
    return { status: 'CREATION_SUCCESS', account_id: 'acc_1', name: intentId }
  const browser = 'a-browser-of-128-bits-'
  if (/^POST \/links\/:id\/(session|wizard)$/.test(route)) return { browser }
  if (route === 'POST /links/wizard/:id/return') return { browser, token: 'x'.repeat(22) }
  return route.startsWith('POST') ? {} : undefined
}

test('the tables have every route', () => {
  expect([...served.session.keys()].sort()).toEqual(Object.keys(sessionTable).sort())
  expect([...served.open].sort()).toEqual(Object.keys(openTable).sort())
})

const rows = (table: Record<string, Row>) => Object.entries(table).map(([route, row]) => ({ route, ...row }))

/** Anna's. */
function idFor(path: string): string {
  if (path.startsWith('/accounts')) return accountId
  return path === '/links/:id' ? linkId : intentId
}

/** The route with these ids in it. */
function request(
  route: string,
  body: object | undefined,
  headers: Record<string, string>,
  id?: string,
): Request {
  const [method = '', path = ''] = route.split(' ')
  const filled = path.replace(':id', id ?? idFor(path))
  return new Request(`https://host.example/connect${filled}`, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

const bearer = async (userId: string, providers?: string[]) => ({
  authorization: `Bearer ${await host.handler.mintSession({ userId, ...(providers ? { providers } : {}) })}`,
})

const soon = () => Math.floor(Date.now() / 1000) + 60

const impostors = [
  { who: 'nobody', header: async () => undefined, code: 'session_missing' },
  { who: 'basic authentication', header: async () => 'Basic YTpi', code: 'session_missing' },
  { who: 'a word', header: async () => 'Bearer hello', code: 'session_invalid' },
  { who: 'a very long token', header: async () => `Bearer ${'x'.repeat(9000)}`, code: 'headers_too_large' },
  {
    who: 'a token of another secret',
    header: async () =>
      `Bearer ${await forgeToken({ sub: 'anna', exp: soon() }, { secret: 'x'.repeat(40) })}`,
    code: 'session_invalid',
  },
  {
    who: 'a token for another audience',
    header: async () => `Bearer ${await forgeToken({ sub: 'anna', exp: soon() }, { audience: 'another' })}`,
    code: 'session_invalid',
  },
  {
    who: 'a token for a consent',
    header: async () => `Bearer ${await forgeToken({ sub: 'anna', exp: soon() }, { purpose: 'consent' })}`,
    code: 'session_invalid',
  },
  {
    who: 'a token without a user',
    header: async () => `Bearer ${await forgeToken({ exp: soon() })}`,
    code: 'session_invalid',
  },
  {
    who: 'a token that never expires',
    header: async () => `Bearer ${await forgeToken({ sub: 'anna' })}`,
    code: 'session_invalid',
  },
  {
    who: 'an unsigned token',
    header: async () => `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"sub":"anna","exp":9999999999}')}.`,
    code: 'session_invalid',
  },
  {
    who: 'an expired token',
    header: async () => `Bearer ${await forgeToken({ sub: 'anna', exp: soon() - 120 })}`,
    code: 'session_expired',
  },
  { who: "a link's token", header: async () => `Bearer ${linkToken}`, code: 'session_invalid' },
]

/** Nothing of Anna's has changed, and Unipile was not called in her name. */
async function expectUntouched() {
  const [account] = await host.database.query(
    `select user_id, label from connect_accounts where id = '${accountId}'`,
  )
  expect(account).toEqual({ user_id: 'anna', label: null })
  const [intent] = await host.database.query(
    `select revision, ended_at from connect_intents where id = '${intentId}'`,
  )
  expect(intent).toEqual({ revision: 2, ended_at: null })
  const [link] = await host.database.query(`select revoked_at from connect_links where id = '${linkId}'`)
  expect(link).toEqual({ revoked_at: null })
}

/** A stream's first bytes, or the whole response. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text()
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (reader && !text.includes('data:')) text += decoder.decode((await reader.read()).value)
  await reader?.cancel()
  return text
}

async function expectAnswer(response: Response, expected: string | number) {
  if (typeof expected === 'string') return expect((await readProblem(response)).code).toBe(expected)
  expect(response.status).toBe(expected)
  const text = await textOf(response)
  expect(text).not.toContain(linkId)
  expect(text).not.toContain(accountId)
  expect(text).not.toContain(intentId)
}

describe.each(rows(sessionTable))('$route', ({ route, body, otherUser, otherProvider }) => {
  test.each(impostors)('refuses $who', async ({ header, code }) => {
    const authorization = await header()
    const response = await host.handler.fetch(
      request(route, body?.(), authorization ? { authorization } : {}),
    )
    const status = code === 'headers_too_large' ? 431 : 401
    const problem = await readProblem(response)
    expect(problem).toMatchObject({ code, httpStatus: status, type: `urn:connect-account:error:${code}` })
    expect(problem.headers.get('content-type')).toBe('application/problem+json')
    expect(problem.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null)
    expect(host.upstream.calls).toEqual([])
    await expectUntouched()
  })

  test(`gives another user ${otherUser}`, async () => {
    await expectAnswer(await host.handler.fetch(request(route, body?.(), await bearer('ben'))), otherUser)
    await expectUntouched()
  })

  test(`gives a session of other providers ${otherProvider}`, async () => {
    const response = await host.handler.fetch(request(route, body?.(), await bearer('anna', ['whatsapp'])))
    await expectAnswer(response, otherProvider)
    expect(host.upstream.calls).toEqual([])
    await expectUntouched()
  })

  test('gives the session of a hosted link only what the link is for', async () => {
    const opened: unknown = await (
      await host.handler.fetch(opening(`https://host.example/connect/links/${linkToken}`))
    ).json()
    const session = opened instanceof Object && 'session' in opened ? String(opened.session) : ''
    const response = await host.handler.fetch(
      request(route, body?.(), { authorization: `Bearer ${session}` }),
    )
    if (served.session.get(route)) {
      const missing = route.includes('/accounts/') ? 'account_not_found' : 'intent_not_found'
      return expectAnswer(response, route.includes(':id') ? missing : otherUser)
    }
    await expectAnswer(response, 'link_limited')
    await expectUntouched()
  })
})

describe.each(rows(sessionTable).filter(({ route }) => route.includes(':id')))(
  '$route',
  ({ route, body }) => {
    test("does not reveal whether another user's exists", async () => {
      const ask = async (id?: string) => {
        const response = await host.handler.fetch(request(route, body?.(), await bearer('ben'), id))
        return [response.status, await response.json()]
      }
      const stranger = route.includes('/accounts') ? none : 'AAAAAAAAAAAAAAAAAAAAAA'
      expect(await ask()).toEqual(await ask(stranger))
      expect(host.upstream.calls).toEqual([])
    })
  },
)

describe.each(rows(reaching))("$route with another user's account in the body", (row) => {
  test.each(['otherUser', 'otherProvider'] as const)('%s', async (who) => {
    const headers = who === 'otherUser' ? await bearer('ben') : await bearer('anna', ['whatsapp'])
    await expectAnswer(await host.handler.fetch(request(row.route, row.body?.(), headers)), row[who])
    expect(host.upstream.calls).toEqual([])
    await expectUntouched()
  })
})

describe.each(Object.entries(openTable))('%s', (route, status) => {
  const body = bodyFor(route)

  test.each(['nobody', 'a user'])(`gives %s without proof ${status}`, async (who) => {
    const headers = who === 'nobody' ? {} : await bearer('anna')
    const response = await host.handler.fetch(request(route, body, headers))
    expect(response.status).toBe(status)
    expect(host.upstream.calls).toEqual([])
    await expectUntouched()
  })
})

test.each([
  'GET /oauth/callback',
  'GET /oauth/callback/:id',
  'GET /links/wizard/:id',
  'POST /links/wizard/:id',
])('%s trusts no id that a caller made up', async (route) => {
  const query = `account_id=acc_1&provider=linkedin&state=${intentId}&ca_state=${intentId}`
  const response = await host.handler.fetch(request(`${route}?${query}`, bodyFor(route), {}))
  expect(response.status).toBe(openTable[route])
  await expectUntouched()
})

const paths = new Map<string, string[]>()
for (const route of [...Object.keys(sessionTable), ...Object.keys(openTable)]) {
  const [method = '', path = ''] = route.split(' ')
  paths.set(path, [...(paths.get(path) ?? []), method])
}
// Mail scanners and link previews ask so.
for (const page of ['/captcha/:id', '/links/:id', '/links/return', '/links/assets/:id'])
  paths.get(page)?.push('HEAD')
const all = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

test.each([...paths])('%s accepts %s and no other method', async (path, taken) => {
  // For a path without an id, another route with an id may respond.
  const alike = [...paths]
    .filter(([other]) => other !== path && alikePaths(path, other))
    .flatMap(([, methods]) => methods)
  for (const method of all.filter((each) => !taken.includes(each) && !alike.includes(each))) {
    const response = await host.handler.fetch(request(`${method} ${path}`, undefined, await bearer('anna')))
    expect([method, response.status]).toEqual([method, 405])
    if (method !== 'HEAD') expect((await readProblem(response)).code).toBe('method_not_allowed')
    if (method === 'PUT')
      expect(response.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(taken))
  }
  await expectUntouched()
})

/** Whether a path without an id also matches another path with an id. */
function alikePaths(words: string, pattern: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(words)
}
