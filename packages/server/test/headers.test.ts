import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkSameOrigin } from '../src/index.ts'
import { builtPage, linkedin, ownerOf } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { readProblem, startTestHost, type TestHost } from './test-host.ts'

const app = 'https://app.example.com'
const evil = 'https://evil.example'
const extension = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'

// Each test is short, but the machine may be busy.
let host: TestHost

beforeAll(async () => {
  host = await startTestHost({
    publicUrl: 'https://host.example',
    allowedOrigins: [app, extension],
    links: { page: builtPage, ownerOf },
  })
})
afterAll(async () => {
  await host.close()
})
beforeEach(() => host.reset())

const fetchPath = (path: string, init: RequestInit = {}) =>
  host.handler.fetch(new Request(`https://host.example${path}`, init))

describe('every response has the security headers', () => {
  const always = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
    'x-frame-options': 'DENY',
  }
  const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  test.each([
    { what: 'JSON', path: '/connect/providers', status: 200 },
    { what: 'a problem', path: '/connect/intents/x', status: 404 },
    { what: 'a refusal without a session', path: '/connect/accounts', status: 401, anonymous: true },
    { what: 'a wrong method', path: '/connect/accounts', status: 405, method: 'PUT' },
    { what: 'a HEAD', path: '/connect/accounts', status: 405, method: 'HEAD' },
    { what: 'an unknown path', path: '/connect/nowhere', status: 404 },
    { what: 'a path outside the base path', path: '/elsewhere', status: 404 },
    { what: 'a stream', path: '/connect/accounts/events', status: 200 },
    { what: 'a preflight', path: '/connect/intents', status: 204, method: 'OPTIONS', anonymous: true },
  ])('$what', async ({ path, status, method = 'GET', anonymous = false }) => {
    const headers: Record<string, string> = anonymous
      ? { origin: app, 'access-control-request-method': 'POST' }
      : { authorization: `Bearer ${await host.handler.mintSession({ userId: 'anna' })}` }
    const response = await fetchPath(path, { method, headers })
    await response.body?.cancel()
    expect(response.status).toBe(status)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...always,
      'content-security-policy': closed,
    })
    expect(response.headers.get('cache-control')).toContain('no-store')
  })

  test.each([
    '/connect/oauth/callback?ca_state=x',
    '/connect/links/return',
    '/connect/links/unknown',
    '/connect/links/wizard/x',
  ])('the page %s, by a policy of its own', async (path) => {
    const response = await fetchPath(path)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(Object.fromEntries(response.headers)).toMatchObject({ ...always, 'cache-control': 'no-store' })
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*(style-src|script-src)/,
    )
    expect(response.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
    expect(response.headers.get('permissions-policy')).toContain('camera=()')
    // It would cut the consent's window off from its opener.
    expect(response.headers.has('cross-origin-opener-policy')).toBe(false)
  })

  test('a file of the hosted page may be cached', async () => {
    const response = await fetchPath('/connect/links/assets/main-1.js')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('plain HTTP has no HSTS header', async () => {
    const plain = await host.another({
      publicUrl: 'http://localhost:3000',
      links: { page: builtPage, ownerOf, frameAncestors: [app] },
    })
    const response = await plain.fetch(new Request('http://localhost:3000/connect/links/return'))
    expect(response.headers.has('strict-transport-security')).toBe(false)
    // The host lets this origin frame the page, which X-Frame-Options cannot say.
    expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors ${app}`)
    expect(response.headers.has('x-frame-options')).toBe(false)
  })
})

describe('a page of another origin', () => {
  const start = async (headers: Record<string, string>) => {
    host.upstream.script = () => answers.checkpoint('OTP')
    return host.as('anna').send('POST', '/intents', linkedin(), headers)
  }

  test.each([
    { origin: evil },
    { origin: 'null' },
    { origin: extension.replace('abc', 'bbc'), 'sec-fetch-site': 'none' },
    { origin: evil, 'sec-fetch-site': 'cross-site' },
    { origin: 'https://other.host.example', 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
  ])('may change nothing, even with a token: %o', async (headers) => {
    const problem = await readProblem(await start({ ...headers }))
    expect(problem).toMatchObject({ code: 'origin_not_allowed', httpStatus: 403 })
    expect(host.upstream.calls).toEqual([])
  })

  test.each([
    {},
    { origin: app, 'sec-fetch-site': 'cross-site' },
    { origin: extension, 'sec-fetch-site': 'none' },
    { origin: 'https://host.example' },
    { origin: 'http://host.test' },
    { origin: 'https://host.example', 'sec-fetch-site': 'same-origin' },
  ])('is not assumed for %o', async (headers) => {
    expect((await start({ ...headers })).status).toBe(201)
  })
})

describe('checkSameOrigin', () => {
  const ask = (method: string, headers: Record<string, string>, allowedOrigins?: string[]) =>
    checkSameOrigin(
      new Request('http://127.0.0.1:3000/api/connect-session', { method, headers }),
      allowedOrigins ? { allowedOrigins } : {},
    )
  const own = { host: 'app.example.com' }

  test.each([
    {
      what: "the host's own page",
      headers: { ...own, origin: app, 'sec-fetch-site': 'same-origin' },
      passes: true,
    },
    { what: 'its page in an old browser', headers: { ...own, origin: app }, passes: true },
    { what: 'no browser', headers: own, passes: true },
    { what: 'the user alone', headers: { ...own, 'sec-fetch-site': 'none' }, passes: true },
    {
      what: 'an allowed page',
      headers: { ...own, origin: evil, 'sec-fetch-site': 'cross-site' },
      allowed: [evil],
      passes: true,
    },
    {
      what: 'another page',
      headers: { ...own, origin: evil, 'sec-fetch-site': 'cross-site' },
      passes: false,
    },
    { what: 'another page in an old browser', headers: { ...own, origin: evil }, passes: false },
    {
      what: 'a page of a sibling domain',
      headers: { ...own, origin: 'https://blog.example.com', 'sec-fetch-site': 'same-site' },
      passes: false,
    },
    { what: 'a page on another port', headers: { ...own, origin: `${app}:8443` }, passes: false },
    {
      what: 'a page whose host has the same ending',
      headers: { ...own, origin: 'https://evil-app.example.com' },
      passes: false,
    },
    { what: 'a page without an origin', headers: { ...own, origin: 'null' }, passes: false },
    {
      what: 'a form of another page',
      headers: { ...own, origin: 'null', 'sec-fetch-site': 'cross-site' },
      passes: false,
    },
    { what: 'a word', headers: { ...own, origin: 'hello' }, passes: false },
    { what: 'a site that no browser names', headers: { ...own, 'sec-fetch-site': 'x' }, passes: false },
  ])('for $what: $passes', ({ headers, allowed, passes }) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(ask(method, headers, allowed)).toBe(passes)
    for (const method of ['GET', 'OPTIONS']) expect(ask(method, headers, allowed)).toBe(true)
  })
})

test.each([
  ['authorization', 9_000],
  ['last-event-id', 300],
  ['idempotency-key', 300],
  ['content-type', 300],
])('a %s of %i characters is too long', async (name, length) => {
  const problem = await host
    .as('anna')
    .problem('POST', '/intents', linkedin(), { [name]: 'a'.repeat(length) })
  expect(problem).toMatchObject({ code: 'headers_too_large', httpStatus: 431 })
})

test('a URL of 9000 characters is too long', async () => {
  expect(
    (await readProblem(await fetchPath(`/connect/oauth/callback?x=${'a'.repeat(9_000)}`))).httpStatus,
  ).toBe(431)
})
