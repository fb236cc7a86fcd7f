import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChooseProviderOptions, ChooseProxy } from '../src/index.ts'
import { linkedin } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'

let host: TestHost
let proxy: ChooseProxy = () => undefined
let options: ChooseProviderOptions = () => undefined

beforeAll(async () => {
  host = await startTestHost({
    proxy: (question) => proxy(question),
    providerOptions: (question) => options(question),
    timings: { upstreamTimeoutMs: 250 },
  })
})
afterAll(() => host.close())
beforeEach(async () => {
  proxy = () => undefined
  options = () => undefined
  await host.reset()
  host.upstream.script = () => answers.account('acc_1')
})

const agent = 'Mozilla/5.0 (test)'
const sent = () => host.upstream.calls.at(-1)?.body

const person = { username: 'anna', password: 'pass-word-1' }

test.each<{ provider: string; method: string; form?: Record<string, string>; body: object }>([
  { provider: 'linkedin', method: 'credentials', form: person, body: { credentials: person } },
  { provider: 'instagram', method: 'credentials', form: person, body: { credentials: person } },
  { provider: 'facebook', method: 'credentials', form: person, body: { credentials: person } },
  { provider: 'twitter', method: 'credentials', form: person, body: { credentials: person } },
  {
    provider: 'linkedin',
    method: 'cookies',
    form: { access_token: 'AQ1', premium_access_token: 'AQ2' },
    body: {
      credentials: { access_token: 'AQ1', premium_access_token: 'AQ2', user_agent: agent },
      user_agent: agent,
    },
  },
  {
    provider: 'linkedin',
    method: 'cookies',
    form: { access_token: 'AQ1', user_agent: 'of another browser' },
    body: {
      credentials: { access_token: 'AQ1', user_agent: 'of another browser' },
      user_agent: 'of another browser',
    },
  },
  {
    provider: 'instagram',
    method: 'cookies',
    form: { sessionid: '7%3A8', user_agent: agent },
    body: { credentials: { sessionid: '7%3A8' } },
  },
  { provider: 'whatsapp', method: 'qr', body: { credentials: { qrcode: true } } },
  { provider: 'telegram', method: 'qr', body: { credentials: { qrcode: true } } },
  { provider: 'google_messages', method: 'qr', body: { credentials: { qrcode: true } } },
  { provider: 'mock', method: 'direct', body: { credentials: {} } },
])('$provider by $method', async ({ provider, method, form, body }) => {
  const anna = host.as('anna', { providers: [provider] })
  const start = { provider, method, ...(form ? { credentials: form } : {}) }
  const intent = await anna.intent('POST', '/intents', start, { 'user-agent': agent })
  expect(intent.step.type).toBe('linked')
  expect(sent()).toEqual({ provider, state: expect.stringMatching(/^[\w-]{22}$/), ...body })
})

test('a cookie whose session has ended keeps the form', async () => {
  host.upstream.script = () => answers.error(401, 'provider/invalid_credentials')
  const cookies = { provider: 'instagram', method: 'cookies', credentials: { sessionid: '7' } }
  expect(await host.as('anna').problem('POST', '/intents', cookies)).toMatchObject({
    code: 'invalid_credentials',
    fields: [{ name: 'cookies', code: 'cookie_refused' }],
  })
})

describe('a proxy', () => {
  const custom = { host: 'proxy.example.com', port: 8080, username: 'u', password: 'proxy-secret-1' }

  test('is chosen by user, provider and country', async () => {
    const questions: unknown[] = []
    proxy = async (question) => {
      questions.push(question)
      return { auto: { country: 'FR' } }
    }
    await host.as('anna').intent('POST', '/intents', linkedin(), { 'cf-ipcountry': 'fr' })
    await host.as('ben').intent('POST', '/intents', linkedin(), { 'cf-ipcountry': 'XX' })
    expect(questions).toEqual([
      { userId: 'anna', provider: 'linkedin', country: 'FR' },
      { userId: 'ben', provider: 'linkedin' },
    ])
    expect(sent()).toMatchObject({ config: { auto_proxy_config: { country: 'FR' } } })
  })

  test("of the host's own goes to Unipile and nowhere else", async () => {
    proxy = () => ({ custom })
    host.upstream.script = () => answers.error(401, 'api/proxy_auth_error', { detail: custom.password })
    const problem = await host.as('anna').problem('POST', '/intents', linkedin())
    expect(sent()).toMatchObject({ config: { custom_proxy: custom } })
    expect(problem.code).toBe('proxy_failed')
    const rows = await host.database.query('select * from connect_intents')
    expect(JSON.stringify([problem, rows, host.log])).not.toContain(custom.password)
  })

  test.each([
    { status: 502, type: 'api/proxy_error' },
    { status: 504, type: 'api/proxy_timeout' },
  ])('that fails with $type can be tried again', async ({ status, type }) => {
    host.upstream.script = () => answers.error(status, type)
    const anna = host.as('anna')
    const problem = await anna.problem('POST', '/intents', linkedin(), { 'idempotency-key': type })
    expect(problem).toMatchObject({ code: 'proxy_failed', httpStatus: 502 })
    expect((await anna.start(linkedin(), type)).step).toMatchObject({ type: 'failed', retryable: true })
  })

  test.each<{ what: string; choose: ChooseProxy; code: string }>([
    {
      what: 'no port',
      choose: () => ({ custom: { host: 'h', port: 0, password: 'hidden' } }),
      code: 'invalid_setting',
    },
    { what: 'a country in words', choose: () => ({ auto: { country: 'France' } }), code: 'invalid_setting' },
    { what: 'no result', choose: () => new Promise(() => {}), code: 'proxy_failed' },
    { what: 'an error', choose: () => Promise.reject(new Error('hidden')), code: 'internal_error' },
  ])('that the host chooses with $what is $code', async ({ choose, code }) => {
    proxy = choose
    const problem = await host.as('anna').problem('POST', '/intents', linkedin())
    expect(problem.code).toBe(code)
    expect(host.upstream.calls).toEqual([])
    expect(JSON.stringify([problem, host.log])).not.toContain('hidden')
  })
})

describe('what a sign-in asks Unipile for', () => {
  test('is chosen by user and provider', async () => {
    const questions: unknown[] = []
    options = async (question) => {
      questions.push(question)
      return question.userId === 'anna' ? { products: ['classic', 'sales_navigator'] } : undefined
    }
    await host.as('anna').start()
    expect(sent()).toMatchObject({ config: { products: ['classic', 'sales_navigator'] } })
    await host.as('ben').start()
    expect(sent()).not.toHaveProperty('config')
    expect(questions).toEqual([
      { userId: 'anna', provider: 'linkedin' },
      { userId: 'ben', provider: 'linkedin' },
    ])
  })

  test.each<{ what: string; choose: ChooseProviderOptions; code: string; detail: RegExp }>([
    {
      what: 'two products that exclude each other',
      choose: () => ({ products: ['recruiter', 'sales_navigator'] }),
      code: 'invalid_setting',
      detail: /^providerOptions: products of linkedin/,
    },
    {
      what: 'an unknown member',
      choose: () => Object({ product: ['recruiter'] }),
      code: 'invalid_setting',
      detail: /^providerOptions: product of linkedin/,
    },
    { what: 'no result', choose: () => new Promise(() => {}), code: 'internal_error', detail: /in time/ },
  ])('with $what is $code', async ({ choose, code, detail }) => {
    options = choose
    const problem = await host.as('anna').problem('POST', '/intents', linkedin())
    expect(problem).toMatchObject({ code, detail: expect.stringMatching(detail) })
    expect(host.upstream.calls).toEqual([])
  })

  test('has a code of its own if the account lacks its subscription', async () => {
    options = () => ({ products: ['recruiter'] })
    host.upstream.script = () => answers.error(403, 'provider/subscription_required')
    const problem = await host.as('anna').problem('POST', '/intents', linkedin())
    expect(problem).toMatchObject({ code: 'subscription_required', httpStatus: 422 })
  })
})

test('a start that gets no response ends, and a late response links its account without reopening it', async () => {
  let answer = () => {}
  const answered = new Promise<Reply>((resolve) => {
    answer = () => resolve(answers.account('acc_1'))
  })
  host.upstream.script = () => answered
  const patient = await host.another({ timings: { upstreamTimeoutMs: 60_000 } })
  const anna = host.as('anna', { on: patient })
  const started = anna.start()
  await expect.poll(() => host.upstream.calls).toHaveLength(1)
  await host.another({ timings: { upstreamTimeoutMs: 20, mailTimeoutMs: 20, mailLookupMs: 10 } })
  const failed = { type: 'failed', error: { code: 'upstream_timeout' }, retryable: true }
  await expect.poll(() => host.database.query('select step from connect_intents')).toEqual([{ step: failed }])
  answer()
  expect((await started).step).toEqual(failed)
  // As its webhook would.
  expect(await host.database.query('select account_id, user_id from connect_accounts')).toEqual([
    { account_id: 'acc_1', user_id: 'anna' },
  ])
})
