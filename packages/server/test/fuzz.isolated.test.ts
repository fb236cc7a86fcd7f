import { createHmac } from 'node:crypto'
import { errorCatalogue } from '@connect-account/core/errors'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type * as Routes from '../src/routes/index.ts'
import { apiKey, builtPage, linkedin, ownerOf, sessionSecret, webhookSecret, whatsapp } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { checkpointId, startTestHost, type TestHost } from './test-host.ts'

/** How many requests are made. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 800)
/** Set it to reproduce a failure. */
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
/** How long a response may take, in milliseconds, on an idle machine. */
const ANSWER_MS = 2_000
/** Other load on this machine must not fail the test, and a request that hangs never ends. */
const HANG_MS = 20_000

vi.setConfig({ testTimeout: 30_000 + RUNS * 100, hookTimeout: 60_000 })

const routes = vi.hoisted(() => new Set<string>())

vi.mock('../src/routes/index.ts', async (load) => {
  const real = await load<typeof Routes>()
  const note = <R extends { method: string; path: string }>(served: R[]) => {
    for (const { method, path } of served) routes.add(`${method} ${path}`)
    return served
  }
  return {
    sessionRoutes: ((context) => note(real.sessionRoutes(context))) satisfies typeof real.sessionRoutes,
    openRoutes: ((context) => note(real.openRoutes(context))) satisfies typeof real.openRoutes,
  }
})

const password = 'correct-horse-fuzz-77'
const answer = 'fuzz-code-884422'
const metricsToken = 'metrics-token-for-these-tests'
const secrets = [password, answer, metricsToken, apiKey, sessionSecret, webhookSecret]

const plenty = { points: 1_000_000, seconds: 600 }

let host: TestHost
let tokens: string[]
let ids: Ids

const google = {
  provider: 'google',
  method: 'consent',
  returnTo: 'https://host.example/x',
  display: 'popup',
}

/** Anna's ids, some with open checkpoints. */
interface Ids {
  readonly intents: readonly string[]
  readonly accounts: readonly string[]
  readonly links: readonly string[]
  readonly checkpoints: readonly string[]
  /** The state of a consent page that was opened and has not returned. */
  readonly callbackState: string
}

beforeAll(async () => {
  host = await startTestHost({
    links: { page: builtPage, ownerOf, selfService: true },
    metrics: { token: metricsToken },
    publicUrl: 'https://host.example',
    allowedOrigins: ['https://app.example.com'],
    allowUserProxy: true,
    lookUpMail: async () => ({}),
    // A caller over the limits would find no faults.
    rateLimits: { start: plenty, solve: plenty, resend: plenty },
    timings: { mailTimeoutMs: 1_000 },
  })
  // Most are Anna's, because her accounts and intents exist.
  tokens = await Promise.all(
    [
      { userId: 'anna' },
      { userId: 'anna' },
      { userId: 'anna' },
      { userId: 'ben' },
      { userId: 'anna', providers: ['whatsapp'] },
      { userId: 'x'.repeat(2000) },
    ].map((input) => host.handler.mintSession(input)),
  )
})
afterAll(async () => {
  await host.close()
})

/** Every few requests end or remove some of them. */
async function freshIds(): Promise<Ids> {
  // Waits of other users continue: they must not get Anna's results at the same moment.
  host.upstream.script = ({ path }) =>
    path === '/v2/auth/checkpoint' ? answers.checkpoint('IN_APP_VALIDATION') : answers.account('acc_1')
  const anna = host.as('anna')
  const { step } = await anna.start()
  if (step.type !== 'linked') throw new Error(`Not linked: ${step.type}`)
  host.upstream.script = () => answers.checkpoint('OTP')
  const otp = await anna.start()
  host.upstream.script = () => answers.qr('a code')
  const qr = await anna.start(whatsapp)
  host.upstream.script = () => ({ json: { object: 'OauthUrl', url: 'https://consent.example/authorize' } })
  await anna.start(google)
  const { body } = host.upstream.calls.findLast(({ body }) => 'oauth_callback_redirect_uri' in body) ?? {}
  const { url } = await host.handler.links.create({ userId: 'anna' })
  return {
    intents: [otp.id, otp.id, qr.id],
    accounts: [step.account.id],
    links: [new URL(url).pathname.split('/').at(-1) ?? '', 'main-1.js'],
    checkpoints: [checkpointId(otp.step), checkpointId(qr.step)],
    callbackState: new URL(String(body?.oauth_callback_redirect_uri)).searchParams.get('ca_state') ?? '',
  }
}

/**
 * Text that people do not type: halves of characters, NUL, control characters, line breaks, paths, patterns,
 * scripts.
 */
const nasty = fc.constantFrom(
  '',
  '\0',
  '\ud800',
  'a\r\nSet-Cookie: x=1',
  '../../etc/passwd',
  '%00',
  '%',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '\u202e',
  '🙂'.repeat(500),
  'a'.repeat(9_000),
  'https://evil.example',
  'javascript:alert(1)',
  '//evil.example',
  '0'.repeat(400),
  '-1',
  'NaN',
)
const text = fc.oneof({ weight: 2, arbitrary: nasty }, fc.string({ unit: 'binary', maxLength: 40 }))
/** In a form that passes the first checks. */
const inValidForm = text.map((value) => `https://host.example/${value}`)
const id = fc.oneof(text, fc.uuid(), fc.constant('AAAAAAAAAAAAAAAAAAAAAA'))
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  text,
  inValidForm,
  fc.constant(null),
  fc.integer(),
  fc.boolean(),
)

const names = [
  'provider',
  'method',
  'credentials',
  'accountId',
  'returnTo',
  'display',
  'loginHint',
  'proxy',
  'checkpoint',
  'answer',
  'challenge',
  'name',
  'providers',
  'methods',
  'redirectUri',
  'state',
  'scopes',
  'locale',
  'theme',
  'expiresInMinutes',
  'wizard',
  'intentId',
  'browser',
  'id',
  'type',
  'account_id',
  'payload',
  'status',
  'created_at',
  '__proto__',
  'constructor',
  'toString',
]

/** Valid bodies, by the end of the route's path. */
const bodies: Record<string, readonly object[]> = {
  intents: [
    linkedin('anna@example.com', password),
    whatsapp,
    google,
    { provider: 'imap', method: 'password', credentials: { user: 'anna@example.com', password } },
  ],
  challenge: [{}, { challenge: 'sms' }],
  ':id': [{ name: 'Work' }, { name: null }],
  links: [
    {},
    { providers: ['linkedin'], methods: ['credentials'], loginHint: 'anna@example.com', locale: 'en' },
  ],
  details: [{}, { browser: 'a-browser-of-128-bits-' }],
  session: [{ browser: 'a-browser-of-128-bits-' }, { browser: 'another-browser-128-bit' }],
  leave: [{}],
  unipile: [
    'account.add',
    'account.remove',
    'account.status.errored',
    'account.initial_sync.running',
    'x',
  ].map((type) => ({ id: `evt_${type}`, type, account_id: 'acc_1', payload: {} })),
}

function bodyFor(route: string, pick: number): object {
  const end = route.split('/').at(-1) ?? ''
  if (end === 'solve') return { checkpoint: ids.checkpoints[pick % ids.checkpoints.length], answer }
  const fitting = bodies[end] ?? [{}]
  return fitting[pick % fitting.length] ?? {}
}

const asJson = (value: unknown) => Buffer.from(JSON.stringify(value))

/** Members to put into a valid body, or bytes to send instead. */
const body: fc.Arbitrary<object | Uint8Array> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 6, arbitrary: fc.dictionary(fc.constantFrom(...names), anything, { minKeys: 1, maxKeys: 3 }) },
  { weight: 1, arbitrary: anything.map((value) => asJson(value ?? null)) },
  fc.uint8Array({ maxLength: 200 }),
  text.map((value) => Buffer.from(value)),
  fc
    .constantFrom('', '[', '{"a":', '['.repeat(20_000), `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)
    .map((value) => Buffer.from(value)),
  fc.constant(Buffer.alloc(70_000, 'a')),
)

/** What a header can hold: the runtime's own class refuses the rest before the handler is called. */
const headerValue = text.map((value) => value.replaceAll(/[^\x20-\x7e\x80-\xff]/g, '?').trim())
const headers = fc.record(
  {
    authorization: fc.oneof(
      { weight: 12, arbitrary: fc.nat().map((n) => `Bearer ${tokens[n % tokens.length]}`) },
      headerValue,
    ),
    'content-type': fc.oneof(
      { weight: 12, arbitrary: fc.constant('application/json') },
      fc.constantFrom(
        'text/plain',
        'application/json; charset=utf-16',
        'multipart/form-data',
        'application/jsonp',
      ),
      headerValue,
    ),
    'idempotency-key': headerValue,
    'last-event-id': headerValue,
    'content-length': headerValue,
    'user-agent': headerValue,
    'cf-ipcountry': headerValue,
    origin: fc.oneof(fc.constantFrom('https://app.example.com', 'https://evil.example', 'null'), headerValue),
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none', 'x'),
    'unipile-signature': headerValue,
    'x-forwarded-for': headerValue,
  },
  { requiredKeys: ['authorization', 'content-type'] },
)
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
/** Each of these alone can end a request early. */
const unusual = ['idempotency-key', 'last-event-id', 'content-length', 'origin', 'sec-fetch-site'] as const
const someHeaders = fc
  .tuple(headers, rarely(fc.constantFrom(...unusual)))
  .map(([all, kept]) =>
    Object.fromEntries(
      Object.entries(all).filter(([name]) => name === kept || !unusual.some((header) => header === name)),
    ),
  )

const query = fc.dictionary(
  fc.constantFrom(
    'state',
    'ca_state',
    'account_id',
    'provider',
    'error_type',
    'error_title',
    'error_detail',
    'asked',
    'x',
  ),
  id,
  { maxKeys: 4 },
)

interface UpstreamReply {
  readonly reply: Reply
  readonly outage: boolean
}

/** What Unipile responds to every call, and whether it is an outage that the browser may see. */
const replies: readonly UpstreamReply[] = [
  { reply: answers.checkpoint('OTP'), outage: false },
  { reply: answers.checkpoint('IN_APP_VALIDATION'), outage: false },
  { reply: answers.qr('code'), outage: false },
  { reply: answers.account('acc_2'), outage: false },
  { reply: { status: 204, json: null }, outage: true },
  { reply: { json: { success: true } }, outage: true },
  { reply: answers.error(401, 'provider/invalid_credentials', { detail: password }), outage: true },
  { reply: answers.error(403, 'api/already_exists', { detail: 'acc_1' }), outage: true },
  { reply: answers.error(429, 'api/too_many_requests', {}, { 'retry-after': '1' }), outage: true },
  { reply: answers.error(500, 'api/internal_error', { title: answer, detail: apiKey }), outage: true },
  { reply: { text: `<html>${password}` }, outage: true },
  { reply: 'reset', outage: true },
]
const silence: UpstreamReply = { reply: 'never', outage: true }
/** Valid responses with any text in them. */
const withText: fc.Arbitrary<UpstreamReply> = text
  .chain((value) =>
    fc.constantFrom(
      answers.account('acc_2', { name: value, user_id: value }),
      answers.checkpoint('CONTRACT_SELECTION', {
        contracts: [{ id: 'c1', name: value, description: value }],
      }),
      answers.checkpoint(value),
      answers.qr(`q${value}`),
      answers.error(403, 'api/account_restricted', { title: value, detail: value, user_id: value }),
    ),
  )
  .map((reply) => ({ reply, outage: true }))
/** An error of an unknown type, or anything else. */
const nonsense: fc.Arbitrary<UpstreamReply> = fc
  .tuple(
    fc.constantFrom(200, 201, 400, 401, 402, 404, 409, 422, 429, 500, 503),
    fc.oneof(
      text.map((type) => ({ object: 'Error', type, title: type, detail: type })),
      fc.dictionary(fc.constantFrom('object', 'type', 'id', 'intent_id', 'checkpoint', 'qrcode'), anything),
      anything,
    ),
  )
  .map(([status, json]) => ({ reply: { status, json }, outage: true }))

const shot = fc.record({
  route: fc.nat({ max: 10_000 }),
  method: rarely(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND')),
  path: rarely(text),
  pick: fc.nat(),
  id: rarely(id),
  query,
  headers: someHeaders,
  body,
  signs: fc.boolean(),
  reply: fc.oneof(
    { weight: 50, arbitrary: fc.constantFrom(...replies) },
    { weight: 10, arbitrary: nonsense },
    { weight: 10, arbitrary: withText },
    { weight: 1, arbitrary: fc.constant(silence) },
  ),
})
type Shot = typeof shot extends fc.Arbitrary<infer T> ? T : never

const problemSchema = v.looseObject({
  type: v.pipe(v.string(), v.startsWith('urn:connect-account:error:')),
  title: v.string(),
  status: v.number(),
  code: v.string(),
})

/** As UTF-8 would carry it: halves of characters cannot be in an address. */
function readable(value: string): string {
  return Buffer.from(value).toString()
}

function signatureOf(body: Uint8Array): string {
  const time = Math.floor(Date.now() / 1000)
  return `t=${time},v0=${createHmac('sha256', webhookSecret).update(`${time}.`).update(body).digest('hex')}`
}

function routeOf({ route }: Shot): string {
  return [...routes][route % routes.size] ?? ''
}

/** An id for the path; most are Anna's. */
function idFor(pattern: string, pick: number): string {
  const [, room] = pattern.split('/')
  const fitting = room === 'accounts' ? ids.accounts : room === 'links' ? ids.links : ids.intents
  return fitting[pick % fitting.length] ?? ''
}

function requestOf(sent: Shot): Request {
  const { method, path, pick, id, query, headers, body, signs } = sent
  const route = routeOf(sent)
  const [own = 'GET', pattern = '/'] = route.split(' ')
  const filled = pattern.replace(':id', encodeURIComponent(readable(id ?? idFor(pattern, pick))))
  const url = new URL(`https://host.example/connect${filled}`)
  if (pattern === '/oauth/callback') url.searchParams.set('ca_state', ids.callbackState)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, readable(value))
  if (path !== undefined) url.pathname = `/connect/${readable(path)}`
  const used = method ?? own
  const bytes = body instanceof Uint8Array ? body : asJson({ ...bodyFor(route, pick), ...body })
  const isSigned = pattern.startsWith('/webhooks') && signs
  return new Request(url, {
    method: used,
    headers: isSigned ? { ...headers, 'unipile-signature': signatureOf(bytes) } : headers,
    ...(used === 'GET' || used === 'HEAD' ? {} : { body: Buffer.from(bytes) }),
  })
}

/** A stream's first bytes, or the whole response. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text()
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It hangs.')), HANG_MS)
  })
  try {
    return await Promise.race([work, hang])
  } finally {
    clearTimeout(timer)
  }
}

test(`${RUNS} hostile requests`, async () => {
  const statuses = new Map<number, number>()
  const taken = new Map<string, number>()
  let slow = 0
  let count = 0
  await fc.assert(
    fc.asyncProperty(shot, async (sent) => {
      if (count++ % 20 === 0) ids = await freshIds()
      const { reply, outage } = sent.reply
      host.upstream.script = () => reply
      host.upstream.calls.length = 0
      const request = requestOf(sent)
      const before = performance.now()
      const response = await withTimeout(host.handler.fetch(request))
      const body = await withTimeout(textOf(response))
      if (performance.now() - before > ANSWER_MS) slow += 1
      const { status } = response
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (response.ok && sent.method === undefined && sent.path === undefined) {
        const route = routeOf(sent)
        taken.set(route, (taken.get(route) ?? 0) + 1)
      }

      const seen = `${body}\n${JSON.stringify([...response.headers])}`
      if (status >= 500) {
        // Only faults that Unipile's script causes.
        expect([502, 503, 504]).toContain(status)
        expect(outage && host.upstream.calls.length > 0).toBe(true)
      }
      if (
        status >= 400 &&
        !response.headers.get('content-type')?.startsWith('text/html') &&
        request.method !== 'HEAD'
      ) {
        expect(response.headers.get('content-type')).toBe('application/problem+json')
        const problem = v.parse(problemSchema, JSON.parse(body))
        expect(problem.status).toBe(status)
        expect(Object.keys(errorCatalogue)).toContain(problem.code)
      }
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.has('set-cookie')).toBe(false)
      const location = response.headers.get('location')
      if (location !== null) expect(new URL(location).origin).toBe('https://host.example')
      expect(seen).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d+/)
      for (const secret of secrets) expect(seen).not.toContain(secret)
    }),
    { numRuns: RUNS, seed: SEED },
  )

  const dump = JSON.stringify(
    await Promise.all(
      ['intents', 'accounts', 'webhook_events', 'links', 'audit', 'notices', 'rate_limits'].map((table) =>
        host.database.query(`select * from connect_${table}`),
      ),
    ),
  )
  const log = host.log.join('\n')
  for (const secret of secrets) {
    expect(dump).not.toContain(secret)
    expect(log).not.toContain(secret)
  }
  console.log(
    `Seed ${SEED}; responses by status:`,
    Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
  )
  console.log('Accepted, by route:', Object.fromEntries([...taken].sort()))
  console.log(`Slower than ${ANSWER_MS} ms: ${slow}`)
  expect(slow).toBeLessThanOrEqual(RUNS / 100)
})
