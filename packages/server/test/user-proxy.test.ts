import { readProviderList } from '@connect-account/core/protocol'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ChooseProxy, ConnectHandler } from '../src/index.ts'
import { linkedin, whatsapp } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'

const password = 'proxy-secret-4242'
const proxy = { protocol: 'socks5', host: '8.8.8.8', port: 1080, username: 'u', password } as const

let host: TestHost
let choose: ChooseProxy = () => undefined
let open: ConnectHandler

beforeAll(async () => {
  host = await startTestHost()
  open = await host.another({
    allowUserProxy: ({ userId, provider }) => userId === 'anna' && provider !== 'instagram',
    proxy: (question) => choose(question),
  })
})
afterAll(() => host.close())
beforeEach(async () => {
  choose = () => undefined
  await host.reset()
  host.upstream.script = () => answers.account('acc_1')
})

const anna = () => host.as('anna', { on: open })
const sent = () => host.upstream.calls.at(-1)?.body

test('goes to Unipile, for a form and for a QR code, and nowhere else', async () => {
  for (const start of [linkedin(), whatsapp]) {
    await anna().intent('POST', '/intents', { ...start, proxy })
    expect(sent()).toMatchObject({ config: { custom_proxy: proxy } })
  }
  host.upstream.script = () => answers.error(502, 'api/proxy_error', { detail: password })
  const problem = await anna().problem('POST', '/intents', { ...linkedin('ben@example.com'), proxy })
  expect(problem.code).toBe('proxy_failed')
  const rows = [
    await host.database.query('select * from connect_intents'),
    await host.database.query('select * from connect_accounts'),
  ]
  expect(JSON.stringify([problem, rows, host.log])).not.toContain(password)
})

test('is used only if the host chooses none', async () => {
  choose = () => ({ auto: { country: 'FR' } })
  await anna().intent('POST', '/intents', { ...linkedin(), proxy })
  expect(sent()).toMatchObject({ config: { auto_proxy_config: { country: 'FR' } } })
  expect(JSON.stringify(sent())).not.toContain(password)
})

test('is offered by method, to the users whom the host allows it', async () => {
  const offered = async (userId: string) => {
    const response = await host.as(userId, { on: open }).send('GET', '/providers')
    const { providers } = readProviderList(await response.json())
    return providers.flatMap(({ id, methods }) =>
      methods
        .filter((method) => 'userProxy' in method && method.userProxy)
        .map((method) => `${id} ${method.id}`),
    )
  }
  expect(await offered('ben')).toEqual([])
  const names = await offered('anna')
  expect(names).toContain('linkedin cookies')
  expect(names).toContain('whatsapp qr')
  expect(names.join()).not.toMatch(/instagram|consent|mock/)
})

test.each([
  { what: 'if the host allows none', on: () => host.as('anna'), start: linkedin() },
  { what: 'to a user who may not', on: () => host.as('ben', { on: open }), start: linkedin() },
  { what: 'at a consent page', on: anna, start: { provider: 'google', method: 'consent' } },
])('is refused $what', async ({ on, start }) => {
  expect(await on().problem('POST', '/intents', { ...start, proxy })).toMatchObject({
    code: 'invalid_request',
    fields: [{ name: 'proxy', code: 'not_allowed' }],
  })
  expect(host.upstream.calls).toEqual([])
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '::1',
  '169.254.169.254',
  'localhost',
  '0x7f.1',
  '2130706433',
  'intranet',
])('at %s is refused', async (private_) => {
  const problem = await anna().problem('POST', '/intents', {
    ...linkedin(),
    proxy: { ...proxy, host: private_ },
  })
  expect(problem).toMatchObject({ code: 'invalid_request', fields: [{ name: 'proxy.host' }] })
  expect(JSON.stringify([problem, host.log])).not.toContain(password)
  expect(host.upstream.calls).toEqual([])
})

test.each([
  { name: 'no port', proxy: { ...proxy, port: 0 } },
  { name: 'a protocol that no proxy speaks', proxy: { ...proxy, protocol: 'ftp' } },
  { name: 'an unknown member', proxy: { ...proxy, pass: password } },
])('with $name is refused', async ({ proxy: wrong }) => {
  const problem = await anna().problem('POST', '/intents', { ...linkedin(), proxy: wrong })
  expect(problem.code).toBe('invalid_request')
  expect(JSON.stringify([problem, host.log])).not.toContain(password)
})
