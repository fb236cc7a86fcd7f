import { createHash } from 'node:crypto'
import { type Intent, readIntent, readLink, readLinkList } from '@connect-account/core/protocol'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ConnectHandler, type CreateLinkInput, createConnectHandler } from '../src/index.ts'
import { builtPage, linkedin, opening, ownerOf, sessionSecret, whatsapp } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { type Browser, checkpointId, readProblem, startTestHost, type TestHost } from './test-host.ts'
import { added, deliver, stateOf } from './webhook-delivery.ts'

let host: TestHost
/** A host that serves no page and does not know its own address. */
let bare: TestHost
let anna: Browser
let time = Date.now()

const own = 'https://host.example'
const app = 'https://app.example.com'
const redirectUri = `${app}/connected?tab=1`
const settings = () => ({
  publicUrl: own,
  returnOrigins: [app],
  links: {
    page: builtPage,
    ownerOf,
    brand: { name: 'Tidewater', logo: '/logo.svg' },
    appearance: { variables: { accent: '#0a58ca' } },
  },
  now: () => time,
})

beforeAll(async () => {
  host = await startTestHost(settings())
  bare = await startTestHost()
  anna = host.as('anna')
})
afterAll(async () => {
  await host.close()
  await bare.close()
})
beforeEach(async () => {
  time = Date.now()
  await host.reset()
  let accounts = 0
  host.upstream.script = ({ method }) =>
    method === 'DELETE' ? { json: { success: true } } : answers.account(`acc_${++accounts}`)
})

const openedSchema = v.looseObject({ session: v.string() })
const leftSchema = v.object({
  outcome: v.string(),
  provider: v.optional(v.string()),
  returnTo: v.optional(v.string()),
})

/** A visitor with a link: no session except the one that the link opens. */
class Visitor {
  readonly url: URL
  /** What the visitor's browser keeps. */
  readonly browser: string
  readonly handler: ConnectHandler

  constructor(url: string, browser = 'a-browser-of-128-bits-', handler = host.handler) {
    this.url = new URL(url)
    this.browser = browser
    this.handler = handler
  }

  page(): Promise<Response> {
    return this.handler.fetch(new Request(this.url))
  }

  ask(what: string, body: object = {}): Promise<Response> {
    return this.handler.fetch(
      new Request(`${this.url}/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ browser: this.browser, ...body }),
      }),
    )
  }

  async open() {
    return v.parse(openedSchema, await (await this.ask('session')).json())
  }

  async send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const { session } = await this.open()
    return sendAs(session, method, path, body, headers, this.handler)
  }

  async start(body: object = linkedin()): Promise<Intent> {
    return readIntent(await (await this.send('POST', '/intents', body)).json())
  }

  async leave(intentId?: string) {
    return v.parse(leftSchema, await (await this.ask('leave', intentId ? { intentId } : {})).json())
  }
}

function sendAs(
  session: string,
  method: string,
  path: string,
  body?: object,
  headers: object = {},
  handler = host.handler,
) {
  return handler.fetch(
    new Request(`${own}/connect${path}`, {
      method,
      headers: {
        authorization: `Bearer ${session}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  )
}

async function visitor(input: Partial<CreateLinkInput> = {}): Promise<Visitor> {
  return new Visitor((await host.handler.links.create({ userId: 'anna', ...input })).url)
}

const accounts = () =>
  host.database.query('select account_id, user_id from connect_accounts order by account_id')
const queryOf = (url: string | undefined) => Object.fromEntries(new URL(url ?? '').searchParams)

describe('a link', () => {
  test('is an address with a token, stored as a hash only and valid for a day', async () => {
    const { url, expiresAt } = await host.handler.links.create({ userId: 'anna' })
    expect(url).toMatch(/^https:\/\/host\.example\/connect\/links\/[\w-]{43}$/)
    expect(expiresAt.getTime()).toBe(time + 24 * 60 * 60_000)
    const token = url.split('/').at(-1) ?? ''
    const rows = await host.database.query('select * from connect_links')
    expect(rows).toMatchObject([{ id: createHash('sha256').update(token).digest('hex'), user_id: 'anna' }])
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(host.log.join()).not.toContain(token)
  })

  test.each<[string, Partial<CreateLinkInput>, string]>([
    ['userId', { userId: '' }, 'userId'],
    ['provider', { providers: ['myspace'] }, 'providers'],
    ['no provider', { providers: [] }, 'providers'],
    ['method', { providers: ['whatsapp'], methods: ['credentials'] }, 'methods'],
    ['expiry', { expiresInMinutes: 30 * 24 * 60 + 1 }, 'expiresInMinutes'],
    ['expiry of none', { expiresInMinutes: 0 }, 'expiresInMinutes'],
    ['country', { proxy: { country: 'France' } }, 'proxy.country'],
    ['locale', { locale: 'en"><script>' }, 'locale'],
    ['logo over http', { brand: { name: 'T', logo: 'http://example.com/logo.svg' } }, 'brand.logo'],
    ['logo that is a script', { brand: { name: 'T', logo: 'javascript:alert(1)' } }, 'brand.logo'],
    ['terms that are a script', { brand: { name: 'T', termsUrl: 'javascript:alert(1)' } }, 'brand.termsUrl'],
    ['accent of words', { appearance: { variables: { accent: 'red' } } }, 'appearance.variables'],
    ['logo of another host', { brand: { name: 'T', logo: '//evil.example/logo.svg' } }, 'brand.logo'],
    [
      'style that fetches',
      { appearance: { variables: { font: 'url(//evil)' } } },
      'appearance.variables.font',
    ],
    ['language in the wizard', { wizard: 'unipile', locale: 'fr' }, 'locale'],
    [
      'option in the wizard',
      { wizard: 'unipile', options: { linkedin: { timeZone: 'Europe/Paris' } } },
      'options.linkedin.timeZone',
    ],
    ['provider of options', { options: { myspace: {} } }, 'options.myspace'],
    [
      'product',
      { options: { linkedin: { products: ['recruiter', 'sales_navigator'] } } },
      'options.linkedin.products',
    ],
    ['QR code in the wizard', { wizard: 'unipile', methods: ['qr'] }, 'methods'],
  ])('is not created with a wrong %s', async (_, input, name) => {
    const error: unknown = await host.handler.links
      .create({ userId: 'anna', ...input })
      .catch((reason) => reason)
    expect(error).toMatchObject({ code: 'invalid_request', fields: [{ name }] })
    expect(await host.database.query('select id from connect_links')).toEqual([])
  })

  test('refuses a proxy with a password, because a row holds no secret', async () => {
    const proxy = { country: 'FR', password: 'hidden' }
    await expect(host.handler.links.create({ userId: 'anna', proxy })).rejects.toMatchObject({
      code: 'invalid_setting',
      detail: 'links.create: proxy.password: unknown.',
    })
  })

  test.each([
    'https://evil.example/',
    'https://app.example.com.evil.example/',
    'https://app.example.com@evil.example/',
    'https://user:pass@app.example.com/',
    'https://evil.example\\@app.example.com/',
    'https:\\\\evil.example',
    '//app.example.com/',
    '/connected',
    'http://app.example.com/',
    'https://app.example.com:8443/',
    'https://app。example。com.evil.example/',
    'https://app.example.com。evil.example/',
    'https://аpp.example.com/',
    'javascript:alert(1)//https://app.example.com',
    'data:text/html,x',
    'blob:https://app.example.com/x',
    'not an address',
  ])('does not return to %s', async (address) => {
    await expect(host.handler.links.create({ userId: 'anna', redirectUri: address })).rejects.toMatchObject({
      code: 'return_not_allowed',
    })
  })

  test("returns to allowed origins and the host's own, as a browser reads them", async () => {
    const link = await visitor({ redirectUri: 'https://APP。example。com\\x?a=1' })
    expect((await link.leave()).returnTo).toMatch(/^https:\/\/app\.example\.com\/x\?a=1&error_type=canceled&/)
    await visitor({ redirectUri: `${own}/inbox` })
  })

  test('needs a page, an address and, for a reconnect, an account of its user', async () => {
    const unready = { code: 'invalid_setting' }
    await expect(bare.handler.links.create({ userId: 'anna' })).rejects.toMatchObject(unready)
    const hidden = await bare.another({ links: { page: builtPage, ownerOf } })
    await expect(hidden.links.create({ userId: 'anna' })).rejects.toMatchObject(unready)
    const { step } = await host.as('ben').start()
    const accountId = step.type === 'linked' ? step.account.id : ''
    await expect(host.handler.links.create({ userId: 'anna', accountId })).rejects.toMatchObject({
      code: 'account_not_found',
    })
  })

  test.each<Record<string, unknown>>([
    { page: '/nowhere' },
    { page: undefined },
    { page: { html: '<!doctype html>' } },
    { page: { html: '', assets: {} } },
    { page: { ...builtPage, assets: { 'a.js': { contentType: 'text/javascript', body: '' } } } },
    { frameAncestors: ['https://app.example.com/'] },
    { appearance: { variables: { accent: 'red' } } },
  ])('needs settings that work: %j', async (wrongLinks) => {
    const wrong = createConnectHandler({
      apiKey: 'k',
      database: 'memory://',
      sessionSecret,
      links: { page: builtPage, ownerOf, ...wrongLinks },
    })
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid_setting',
      detail: expect.stringMatching(/^links\./),
    })
  })
})

describe('links that users make', () => {
  let selfServed: ConnectHandler
  const as = (userId: string, providers?: string[]) =>
    host.as(userId, { on: selfServed, ...(providers ? { providers } : {}) })
  const make = async (browser: Browser, body: object = {}) =>
    readLink(await (await browser.send('POST', '/links', body)).json())
  const listed = async (browser: Browser) =>
    readLinkList(await (await browser.send('GET', '/links')).json()).links

  beforeAll(async () => {
    selfServed = await host.another({
      links: { page: builtPage, ownerOf, selfService: async ({ userId }) => userId !== 'mallory' },
    })
  })

  test.each(['POST /links', 'GET /links', `DELETE /links/${'0'.repeat(64)}`])(
    'are refused by default, and where the host says so: %s',
    async (route) => {
      const [method = '', path = ''] = route.split(' ')
      const body = method === 'POST' ? {} : undefined
      for (const browser of [anna, host.as('mallory', { on: selfServed }), bare.as('anna')]) {
        expect(await browser.problem(method, path, body)).toMatchObject({
          code: 'self_service_off',
          httpStatus: 403,
        })
      }
      expect(await host.database.query('select id from connect_links')).toEqual([])
    },
  )

  test('are for the user, within the session, for an hour', async () => {
    const limited = as('anna', ['linkedin'])
    const { url, expiresAt } = await make(limited)
    expect(new Date(expiresAt).getTime()).toBe(time + 60 * 60_000)
    expect(await new Visitor(url).open()).toMatchObject({ providers: ['linkedin'] })
    expect(await host.database.query('select user_id, made_by from connect_links')).toEqual([
      { user_id: 'anna', made_by: 'user' },
    ])
    expect(await limited.problem('POST', '/links', { providers: ['whatsapp'] })).toMatchObject({
      code: 'provider_not_allowed',
    })
  })

  test.each([
    { userId: 'ben' },
    { brand: { name: 'Your bank' } },
    { providers: ['linkedin'], extra: 1 },
    { expiresInMinutes: 61 },
    { expiresInMinutes: 43_200 },
    { scopes: ['mail.read'] },
    { proxy: { country: 'FR' } },
    { wizard: 'unipile' },
    { redirectUri: `${app}/connected` },
    { state: 's' },
    { owner: { name: 'Your bank' } },
  ])('cannot set %j', async (body) => {
    expect(await as('anna').problem('POST', '/links', body)).toMatchObject({ code: 'invalid_request' })
    expect(await host.database.query('select id from connect_links')).toEqual([])
  })

  test("are for no account beyond the session, nor another user's", async () => {
    const { step } = await anna.start()
    const accountId = step.type === 'linked' ? step.account.id : ''
    for (const browser of [as('anna', ['whatsapp']), as('ben')]) {
      expect(await browser.problem('POST', '/links', { accountId })).toMatchObject({
        code: 'account_not_found',
      })
    }
  })

  test('are ten at a time, however many are asked for at once', async () => {
    const tried = await Promise.all(Array.from({ length: 14 }, () => as('anna').send('POST', '/links', {})))
    expect(tried.filter(({ status }) => status === 201)).toHaveLength(10)
    expect(await as('anna').problem('POST', '/links', {})).toMatchObject({ code: 'too_many_links' })
    // Neither another user's nor the host's own are counted.
    await make(as('ben'))
    await visitor()
    const [first] = await listed(as('anna'))
    expect((await as('anna').send('DELETE', `/links/${first?.id}`)).status).toBe(204)
    await make(as('anna'))
    time += 61 * 60_000
    await make(as('anna'))
  })

  test('are listed and revoked by their maker, who sees no address and no link of the host', async () => {
    await visitor()
    const link = await make(as('anna'), { providers: ['linkedin'] })
    await make(as('ben'))
    expect(await listed(as('anna'))).toEqual([
      {
        id: link.id,
        state: 'open',
        providers: ['linkedin'],
        createdAt: new Date(time).toISOString(),
        expiresAt: link.expiresAt,
      },
    ])
    expect(await listed(as('anna', ['whatsapp']))).toEqual([])
    const unknown = [as('ben'), as('anna', ['whatsapp'])].map((browser) => [browser, link.id] as const)
    const [hosts] = (await host.handler.links.list({ userId: 'anna' })).links.filter(
      ({ madeBy }) => madeBy === 'host',
    )
    for (const [browser, id] of [
      ...unknown,
      [as('anna'), hosts?.id] as const,
      [as('anna'), 'x%00'] as const,
    ]) {
      expect(await browser.problem('DELETE', `/links/${id}`)).toMatchObject({ code: 'link_not_found' })
    }
    for (let time = 0; time < 2; time++) {
      expect((await as('anna').send('DELETE', `/links/${link.id}`)).status).toBe(204)
    }
    expect(await listed(as('anna'))).toMatchObject([{ state: 'revoked' }])
    expect(await readProblem(await new Visitor(link.url).ask('details'))).toMatchObject({
      code: 'link_revoked',
    })
  })

  test('are listed page by page', async () => {
    const ids: string[] = []
    for (let page = 0; page < 6; page++) {
      const made = await Promise.all(Array.from({ length: 9 }, () => make(as('anna'))))
      ids.push(...made.map(({ id }) => id))
      time += 61 * 60_000
    }
    const first = readLinkList(await (await as('anna').send('GET', '/links')).json())
    expect(first.links).toHaveLength(50)
    const rest = readLinkList(await (await as('anna').send('GET', `/links?after=${first.next}`)).json())
    expect(rest.next).toBeUndefined()
    expect([...first.links, ...rest.links].map(({ id }) => id).sort()).toEqual(ids.sort())
    for (const after of ['x', '1.2', `9e9.${'0'.repeat(64)}`]) {
      expect(await as('anna').problem('GET', `/links?after=${after}`)).toMatchObject({
        code: 'invalid_request',
        fields: [{ name: 'after' }],
      })
    }
  })
})

describe('whose account it becomes', () => {
  test('is what the page learns first, of every link', async () => {
    const link = await visitor({ providers: ['google'], locale: 'ar', appearance: { colorScheme: 'dark' } })
    expect(await (await link.ask('details', { browser: undefined })).json()).toEqual({
      owner: { name: 'anna of the host' },
      isReconnect: false,
      brand: { name: 'Tidewater', logo: '/logo.svg' },
      appearance: { colorScheme: 'dark', variables: { accent: '#0a58ca' } },
      locale: 'ar',
    })
  })

  test.each([
    ['nothing', 'null'],
    ['no name', '{}'],
    ['an empty name', '{ "name": " " }'],
    ['a number', '{ "name": 7 }'],
  ])('is needed: with %s the page does not open', async (_, owner) => {
    const links = { page: builtPage, ownerOf: async () => JSON.parse(owner) }
    const nameless = await host.another({ links })
    const { url } = await host.handler.links.create({ userId: 'anna' })
    const response = await nameless.fetch(
      new Request(`${url}/details`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
    )
    expect(await readProblem(response)).toMatchObject({ code: 'invalid_setting', httpStatus: 500 })
  })

  test('is a setting that no host can leave out', async () => {
    const without = { apiKey: 'k', database: 'memory://', sessionSecret, links: { page: builtPage } }
    await expect(createConnectHandler(Object.assign(without))).rejects.toMatchObject({
      code: 'invalid_setting',
      detail: expect.stringMatching(/^links\.ownerOf: missing/),
    })
  })
})

describe('the browser of a link', () => {
  const other = 'another-browser-128-bit'

  test('is the first that continues; a second gets a reason and nothing else', async () => {
    const link = await visitor({ redirectUri })
    const stolen = new Visitor(link.url.href, other)
    // Neither previews nor scanners take the link.
    for (const method of ['GET', 'HEAD']) await host.handler.fetch(new Request(link.url, { method }))
    await stolen.ask('details', { browser: undefined })
    await link.ask('details', { browser: undefined })
    await link.open()
    for (const [what, body] of [
      ['details', {}],
      ['details', { browser: undefined }],
      ['session', {}],
      ['leave', {}],
    ] as const) {
      const refused = await stolen.ask(what, body)
      expect(await readProblem(refused.clone())).toMatchObject({ code: 'link_in_use', httpStatus: 409 })
      expect(await refused.text()).not.toMatch(/anna|Anna|app\.example/)
    }
    // A reload, and a session that is renewed.
    await link.open()
    expect((await link.ask('details')).status).toBe(200)
  })

  test('is one, of two that continue at once', async () => {
    const link = await visitor()
    const codes = await Promise.all(
      [0, 1, 2, 3].map(async (n) => {
        const response = await new Visitor(link.url.href, `browser-${n}-${'x'.repeat(20)}`).ask('session')
        return response.status
      }),
    )
    expect(codes.sort()).toEqual([200, 409, 409, 409])
  })

  test('is stored as a hash that differs for each link', async () => {
    for (const link of [await visitor(), await visitor()]) await link.open()
    const rows = await host.database.query('select distinct browser from connect_links')
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain('a-browser-of-128-bits-')
  })

  test.each(['', 'short', 'x'.repeat(65), 'not a browser of us !!!'])('is not %j', async (browser) => {
    expect(await readProblem(await (await visitor()).ask('session', { browser }))).toMatchObject({
      code: 'invalid_request',
    })
  })

  test('may be any, if the host says so', async () => {
    const travelling = await host.another({ links: { page: builtPage, ownerOf, bindToBrowser: false } })
    const link = await visitor()
    for (const browser of ['a-browser-of-128-bits-', other]) {
      expect((await travelling.fetch(opening(link.url.href, browser))).status).toBe(200)
    }
  })

  test('keeps an attempt that was begun in time from others, after the link has expired', async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const link = await visitor({ expiresInMinutes: 1 })
    const { id: intentId } = await link.start()
    time += 61_000
    const stolen = new Visitor(link.url.href, other)
    expect(await readProblem(await stolen.ask('session', { intentId }))).toMatchObject({
      code: 'link_in_use',
    })
    expect((await link.ask('session', { intentId })).status).toBe(200)
  })
})

describe('the host', () => {
  test('lists the links of a user, page by page, with their state', async () => {
    const used = await visitor({ providers: ['linkedin'] })
    await used.start()
    time += 1
    await visitor({ expiresInMinutes: 1 })
    time += 61_000
    await (await visitor()).open()
    time += 1
    const { id } = await host.handler.links.create({ userId: 'anna' })
    expect(await host.handler.links.revoke({ userId: 'anna', id })).toBe(1)
    await host.handler.links.create({ userId: 'ben' })
    const first = await host.handler.links.list({ userId: 'anna', limit: 2 })
    const rest = await host.handler.links.list({ userId: 'anna', after: String(first.next) })
    expect(first.links).toMatchObject([
      { id, state: 'revoked' },
      { state: 'open', openedAt: new Date(time - 1) },
    ])
    expect(rest).toEqual({
      links: [
        expect.objectContaining({ state: 'expired' }),
        expect.objectContaining({ state: 'used', madeBy: 'host', userId: 'anna', providers: ['linkedin'] }),
      ],
    })
    await expect(host.handler.links.list({ userId: 'anna', after: 'x' })).rejects.toMatchObject({
      code: 'invalid_request',
    })
    for (const call of [host.handler.links.list, host.handler.links.revoke]) {
      await expect(call({ userId: '' })).rejects.toMatchObject({ code: 'invalid_setting' })
    }
  })

  test("revokes one link or all of a user's, with the attempts that were started from them", async () => {
    host.upstream.script = ({ method }) =>
      method === 'DELETE' ? { json: { success: true } } : answers.checkpoint('OTP')
    const [one, two] = [await visitor(), await visitor()]
    const others = new Visitor((await host.handler.links.create({ userId: 'ben' })).url)
    const intents = [await one.start(), await two.start()]
    const { session } = await one.open()
    const own = await anna.start(linkedin('other@example.com'))
    expect(await host.handler.links.revoke({ userId: 'anna' })).toBe(2)
    expect(await host.handler.links.revoke({ userId: 'anna' })).toBe(0)
    for (const intent of intents) expect((await anna.read(intent.id)).step.type).toBe('canceled')
    expect((await anna.read(own.id)).step.type).toBe('otp')
    expect((await others.ask('session')).status).toBe(200)

    const gone = { code: 'link_revoked', httpStatus: 410 }
    expect(await readProblem(await sendAs(session, 'POST', '/intents', linkedin()))).toMatchObject(gone)
    for (const what of ['details', 'session', 'leave']) {
      expect(await readProblem(await one.ask(what))).toMatchObject(gone)
    }
    const page = await one.page()
    expect(page.status).toBe(410)
    expect(await page.text()).toContain('This link no longer works')
  })

  test('revokes while an answer is under way: nothing is linked, and nothing stays at Unipile', async () => {
    const removed: string[] = []
    const link = await visitor()
    host.upstream.script = async ({ method, path }) => {
      if (method === 'DELETE') removed.push(path)
      if (method === 'DELETE') return { json: { success: true } }
      await host.handler.links.revoke({ userId: 'anna' })
      return answers.account('acc_1')
    }
    expect((await link.start()).step.type).toBe('canceled')
    await expect.poll(() => removed).toEqual(['/v2/accounts/acc_1'])
    expect(await accounts()).toEqual([])
  })

  test('keeps what was linked before', async () => {
    const link = await visitor()
    await link.start()
    expect(await host.handler.links.revoke({ userId: 'anna' })).toBe(0)
    expect(await accounts()).toHaveLength(1)
  })

  test('hides the account to reconnect from a page of a link that it revoked', async () => {
    const { step } = await anna.start()
    const accountId = step.type === 'linked' ? step.account.id : ''
    const link = await visitor({ accountId })
    const { session } = await link.open()
    await host.handler.links.revoke({ userId: 'anna' })
    expect(await readProblem(await sendAs(session, 'GET', `/accounts/${accountId}`))).toMatchObject({
      code: 'link_revoked',
    })
  })
})

describe('the page', () => {
  test('is served under a strict policy, and reading it does not use the link up', async () => {
    const link = await visitor()
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await host.handler.fetch(new Request(link.url, { method }))
      expect(response.status).toBe(200)
      expect((await response.text()) === '').toBe(method === 'HEAD')
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      })
    }
    expect((await link.ask('session')).status).toBe(200)
  })

  test('runs no script of a third party, and sets who may frame it', async () => {
    const framed = await bare.another({
      publicUrl: own,
      links: { page: builtPage, ownerOf, captcha: 'arkose', frameAncestors: [app] },
    })
    const { url } = await framed.links.create({ userId: 'anna' })
    const policy = (await framed.fetch(new Request(url))).headers.get('content-security-policy')
    expect(policy).toContain(`frame-ancestors ${app}`)
    expect(policy).not.toMatch(/arkose|unsafe/)
  })

  test('shows a captcha in a frame that shares nothing with it', async () => {
    const framed = await bare.another({
      publicUrl: own,
      allowedOrigins: [app],
      links: { page: builtPage, ownerOf, frameAncestors: ['https://partner.example'] },
    })
    const get = (vendor: string) => framed.fetch(new Request(`${own}/connect/captcha/${vendor}`))
    const { headers } = await get('arkose')
    const policy = headers.get('content-security-policy')?.split('; ') ?? []
    expect(policy).toContain('sandbox allow-scripts')
    expect(policy).toContain(`frame-ancestors 'self' ${app} https://partner.example`)
    expect(policy.find((each) => each.startsWith('script-src'))).toMatch(
      /^script-src 'sha256-[\w+/=]+' https:\/\/\*\.arkoselabs\.com$/,
    )
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect((await get('none')).status).toBe(404)
  })

  test('has its own files and no others', async () => {
    const get = (path: string) => host.handler.fetch(new Request(`${own}/connect/links/${path}`))
    const file = await get('assets/main-1.js')
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect(file.headers.get('content-type')).toContain('text/javascript')
    for (const path of ['assets/..%2fsecret.txt', 'assets/..%2Findex.html', 'assets/none.js', 'secret.txt']) {
      expect((await get(path)).status).toBe(404)
    }
    expect((await get('return')).status).toBe(200)
  })

  test.each([
    ['unknown', 404, 'doesn’t work', async () => new Visitor(`${own}/connect/links/${'x'.repeat(43)}`)],
    ['mangled', 404, 'doesn’t work', async () => new Visitor(`${own}/connect/links/x%00'--`)],
    [
      'expired',
      410,
      'has expired',
      async () => {
        const link = await visitor({ expiresInMinutes: 5, redirectUri })
        time += 5 * 60_000
        return link
      },
    ],
    [
      'used',
      410,
      'has already been used',
      async () => {
        const link = await visitor({ redirectUri, brand: { name: 'Hidden' } })
        await link.start()
        return link
      },
    ],
  ])('of an %s link says so and reveals nothing', async (_, status, says, make) => {
    const link = await make()
    const response = await link.page()
    expect(response.status).toBe(status)
    const html = await response.text()
    expect(html).toContain(says)
    expect(html).toContain('<img class="logo" src="/logo.svg" alt=""><span>Tidewater</span>')
    expect(html).not.toMatch(/<script|anna|Anna|Hidden|app\.example/)
    for (const what of ['details', 'session', 'leave']) {
      expect((await readProblem(await link.ask(what))).httpStatus).toBe(status)
    }
  })
})

describe('the session of a link', () => {
  test('comes with what the link offers', async () => {
    const link = await visitor({ providers: ['google'], loginHint: 'anna@example.com' })
    expect(await link.open()).toEqual({
      session: expect.any(String),
      captcha: 'arkose',
      providers: ['google'],
      loginHint: 'anna@example.com',
    })
  })

  test('offers and starts only what the link does', async () => {
    const link = await visitor({ providers: ['linkedin', 'whatsapp'], methods: ['credentials'] })
    const offered = v.parse(
      v.object({
        providers: v.array(
          v.looseObject({ id: v.string(), methods: v.array(v.looseObject({ id: v.string() })) }),
        ),
      }),
      await (await link.send('GET', '/providers')).json(),
    )
    expect(offered.providers.map(({ id, methods }) => [id, methods.map((method) => method.id)])).toEqual([
      ['linkedin', ['credentials']],
    ])
    const start = async (body: object) => (await readProblem(await link.send('POST', '/intents', body))).code
    expect(await start(whatsapp)).toBe('link_limited')
    expect(await start({ provider: 'instagram', method: 'credentials', credentials: {} })).toBe(
      'link_limited',
    )
    expect(await start({ provider: 'linkedin', method: 'cookies', credentials: {} })).toBe('link_limited')
    expect(host.upstream.calls).toEqual([])
  })

  test('cannot list or touch accounts, nor make links', async () => {
    const { step } = await anna.start()
    const id = step.type === 'linked' ? step.account.id : ''
    const link = await visitor()
    for (const [method, path, body] of [
      ['GET', '/accounts'],
      ['DELETE', `/accounts/${id}`],
      ['POST', '/links', {}],
    ] as const) {
      expect(await readProblem(await link.send(method, path, body))).toMatchObject({
        code: 'link_limited',
        httpStatus: 403,
      })
    }
    expect(await accounts()).toHaveLength(1)
  })

  test("reads its own intents only: neither its user's others nor another link's", async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const others = await anna.start(linkedin('other@example.com'), 'key-1')
    const link = await visitor()
    const siblings = await (await visitor()).start()
    for (const { id } of [others, siblings]) {
      expect(await readProblem(await link.send('GET', `/intents/${id}`))).toMatchObject({
        code: 'intent_not_found',
      })
      expect(await readProblem(await link.send('DELETE', `/intents/${id}`))).toMatchObject({
        code: 'intent_not_found',
      })
      expect(await link.leave(id)).toEqual({ outcome: 'canceled' })
    }
    const again = await link.send('POST', '/intents', linkedin(), { 'idempotency-key': 'key-1' })
    expect(await readProblem(again)).toMatchObject({ code: 'idempotency_conflict' })
    const mine = await link.start()
    expect(await anna.read(mine.id)).toMatchObject({ id: mine.id })
  })

  test("starts with what the link asks for, over the host's choice for all", async () => {
    const choosy = await host.another({
      links: { page: builtPage, ownerOf },
      providerOptions: ({ userId, provider }) => ({
        products: ['classic'],
        timeZone: `${userId}/${provider}`,
        accountScopeId: 'scope-1',
      }),
    })
    const options = { linkedin: { products: ['classic' as const, 'recruiter' as const] } }
    const { url } = await choosy.links.create({ userId: 'anna', options })
    const link = new Visitor(url, undefined, choosy)
    await link.open()
    await link.start()
    expect(host.upstream.calls.at(-1)?.body).toMatchObject({
      account_scope_id: 'scope-1',
      user_timezone: 'anna/linkedin',
      config: { products: ['classic', 'recruiter'] },
    })
  })

  test('starts with the sign-in name, scopes and country of the link', async () => {
    host.upstream.script = () => ({ json: { object: 'OauthUrl', url: 'https://consent.example/' } })
    const link = await visitor({
      loginHint: 'anna@example.com',
      scopes: ['mail.read'],
      proxy: { country: 'FR' },
    })
    const intent = await link.start({
      provider: 'google',
      method: 'consent',
      loginHint: 'someone@example.com',
      returnTo: 'https://evil.example/',
    })
    expect(host.upstream.calls[0]?.body).toMatchObject({
      login_hint: 'anna@example.com',
      config: { oauth_scope: ['mail.read'] },
    })
    // The consent page returns to the hosted page, at an address without the token.
    const callback = String(host.upstream.calls[0]?.body.oauth_callback_redirect_uri)
    const response = await host.handler.fetch(new Request(callback))
    expect(response.headers.get('location')).toBe(`${own}/connect/links/return?connect_intent=${intent.id}`)
  })

  test('and a return to it that came too late are refused in its language, others in the browser’s', async () => {
    host.upstream.script = () => ({ json: { object: 'OauthUrl', url: 'https://consent.example/' } })
    const read = async (address: string | URL) => {
      const headers = { 'accept-language': 'de' }
      return (await host.handler.fetch(new Request(address, { headers }))).text()
    }
    const link = await visitor({ locale: 'fr', expiresInMinutes: 5 })
    const intent = await link.start({ provider: 'google', method: 'consent' })
    const callback = new URL(String(host.upstream.calls[0]?.body.oauth_callback_redirect_uri))
    callback.searchParams.set('account_id', 'acc_1')
    callback.searchParams.set('state', await stateOf(host, intent.id))
    await read(callback)
    expect(await read(callback)).toContain('Cette connexion est déjà terminée')
    time += 5 * 60_000
    expect(await read(link.url)).toContain('Ce lien a expiré')
    expect(await read(`${own}/connect/links/${'x'.repeat(43)}`)).toContain('Dieser Link funktioniert nicht')
  })

  test('has the sign-in name that forms are filled in with', async () => {
    const link = await visitor({ loginHint: 'anna@example.com' })
    expect(await (await link.ask('session')).json()).toMatchObject({ loginHint: 'anna@example.com' })
  })

  test('reconnects the account of the link, and no other', async () => {
    const { step } = await anna.start()
    const accountId = step.type === 'linked' ? step.account.id : ''
    const link = await visitor({ accountId, redirectUri, state: 's' })
    expect(await link.open()).toMatchObject({ accountId, providers: ['linkedin'] })
    expect(await (await link.send('GET', `/accounts/${accountId}`)).json()).toMatchObject({
      name: 'Anna Sandbox',
      values: { username: linkedin().credentials.username },
    })
    const blind = await visitor({ providers: ['linkedin'] })
    expect(await readProblem(await blind.send('GET', `/accounts/${accountId}`))).toMatchObject({
      code: 'account_not_found',
    })
    const other = { ...linkedin(), accountId: crypto.randomUUID() }
    expect(await readProblem(await link.send('POST', '/intents', other))).toMatchObject({
      code: 'link_limited',
    })
    host.upstream.script = () => answers.account('acc_1')
    const again = await link.start()
    expect(host.upstream.calls.at(-1)?.body).toMatchObject({ account_id: 'acc_1' })
    expect(again.step.type).toBe('relinked')
    expect(queryOf((await link.leave(again.id)).returnTo)).toEqual({
      tab: '1',
      account_id: accountId,
      provider: 'linkedin',
      state: 's',
    })
  })
})

describe('a link that ends while its page is open', () => {
  test('refuses the next start with its reason', async () => {
    const link = await visitor({ expiresInMinutes: 1 })
    const { session } = await link.open()
    time += 61_000
    expect(await readProblem(await sendAs(session, 'POST', '/intents', linkedin()))).toMatchObject({
      code: 'link_expired',
      httpStatus: 410,
    })
    expect(host.upstream.calls).toEqual([])
  })

  test('lets an attempt that was begun in time come to its end', async () => {
    host.upstream.script = ({ path }) =>
      path.endsWith('/checkpoint') ? answers.account('acc_1') : answers.checkpoint('OTP')
    const link = await visitor({ expiresInMinutes: 1 })
    const intent = await link.start()
    const other = await (await visitor()).start()
    time += 61_000
    // The page is loaded again.
    const answer = await link.ask('session', { intentId: intent.id })
    const { session } = v.parse(openedSchema, await answer.json())
    for (const intentId of [undefined, other.id, 'x']) {
      const refused = await link.ask('session', intentId === undefined ? {} : { intentId })
      expect(await readProblem(refused)).toMatchObject({ code: 'link_expired' })
    }
    expect(await readProblem(await sendAs(session, 'POST', '/intents', linkedin()))).toMatchObject({
      code: 'link_expired',
    })
    const body = { checkpoint: checkpointId(intent.step), answer: '123456' }
    const linked = readIntent(
      await (await sendAs(session, 'POST', `/intents/${intent.id}/solve`, body)).json(),
    )
    expect(linked.step.type).toBe('linked')
    expect(await readProblem(await link.ask('session', { intentId: intent.id }))).toMatchObject({
      code: 'link_used',
    })
  })

  test('because its account is gone says so, at the start and when it is opened', async () => {
    const { step } = await anna.start()
    const accountId = step.type === 'linked' ? step.account.id : ''
    const link = await visitor({ accountId })
    const { session } = await link.open()
    expect((await anna.send('DELETE', `/accounts/${accountId}`)).status).toBe(204)
    const gone = { code: 'link_account_removed', httpStatus: 410 }
    expect(await readProblem(await sendAs(session, 'POST', '/intents', linkedin()))).toMatchObject(gone)
    expect(await readProblem(await link.ask('session'))).toMatchObject(gone)
    const page = await link.page()
    expect(page.status).toBe(410)
    expect(await page.text()).toContain('This account is no longer connected')
  })

  test('has a way back, and names the product and its support', async () => {
    const helpful = await host.another({
      links: {
        page: builtPage,
        ownerOf,
        brand: { name: 'Tidewater' },
        support: { url: 'mailto:help@tidewater.example', label: 'Ask Tidewater' },
      },
    })
    const { url } = await helpful.links.create({
      userId: 'anna',
      redirectUri,
      state: 's',
      expiresInMinutes: 1,
    })
    const opened = await helpful.fetch(
      new Request(`${url}/details`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
    )
    expect(await opened.json()).toMatchObject({
      returnTo: `${redirectUri}&state=s`,
      support: { url: 'mailto:help@tidewater.example', label: 'Ask Tidewater' },
    })
    time += 61_000
    const page = await (await helpful.fetch(new Request(url))).text()
    expect(page).toContain('<title>This link has expired · Tidewater</title>')
    expect(page).toContain('<a href="mailto:help@tidewater.example">Ask Tidewater</a>')
    expect(page).not.toContain(app)
  })

  test.each(['javascript:alert(1)', 'http://help.example', 'help', ''])(
    'has no support at %j',
    async (address) => {
      const links = { page: builtPage, ownerOf, support: { url: address } }
      await expect(host.another({ links })).rejects.toMatchObject({ code: 'invalid_setting' })
    },
  )
})

describe('one account', () => {
  test('is linked to the user of the link; then the link is used', async () => {
    const link = await visitor({ redirectUri, state: 'a b&c' })
    const { session } = await link.open()
    const intent = await link.start()
    expect(intent.step.type).toBe('linked')
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
    expect(await readProblem(await sendAs(session, 'POST', '/intents', linkedin()))).toMatchObject({
      code: 'link_used',
      httpStatus: 410,
    })
    // Its own intent can still be read, for a page that has not left yet.
    expect((await sendAs(session, 'GET', `/intents/${intent.id}`)).status).toBe(200)
    const { returnTo } = await link.leave(intent.id)
    expect(returnTo).toMatch(
      /^https:\/\/app\.example\.com\/connected\?tab=1&account_id=[\w-]{36}&provider=linkedin&state=/,
    )
    expect(queryOf(returnTo).state).toBe('a b&c')
  })

  test('of two attempts at once is linked by one; the other ends with the reason and leaves no account', async () => {
    host.upstream.script = ({ path, method, body }) => {
      if (method === 'DELETE') return { json: { success: true } }
      if (path.endsWith('/checkpoint')) return answers.account(`acc_${String(body.intent_id)}`)
      return answers.checkpoint('OTP', {}, `intent_${host.upstream.calls.length}`)
    }
    const link = await visitor()
    const { session } = await link.open()
    const started = await Promise.all([link.start(), link.start()])
    const answered = await Promise.all(
      started.map(async ({ id, step }) => {
        const body = { checkpoint: checkpointId(step), answer: '123456' }
        return readIntent(await (await sendAs(session, 'POST', `/intents/${id}/solve`, body)).json())
      }),
    )
    const ends = answered.map(({ step }) => step)
    expect(ends.filter(({ type }) => type === 'linked')).toHaveLength(1)
    expect(ends.find(({ type }) => type === 'failed')).toEqual({
      type: 'failed',
      error: { code: 'link_used' },
      retryable: false,
    })
    const rows = await accounts()
    expect(rows).toHaveLength(1)
    const removed = () =>
      host.upstream.calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)
    await expect.poll(removed).toHaveLength(1)
    expect(removed()[0]).not.toContain(String(rows[0]?.account_id))
  })

  test('that is reported after its attempt has ended counts as well, unless the link is used', async () => {
    host.upstream.script = ({ path, method }) => {
      if (method === 'GET') return answers.account(path.split('/').at(-1) ?? '')
      if (method === 'DELETE') return { json: { success: true } }
      return answers.checkpoint('OTP', {}, 'acc_future')
    }
    const link = await visitor()
    const [first, second] = [await link.start(), await link.start()]
    time += 20 * 60_000
    const clock = { time: Math.floor(time / 1000) }
    for (const { id } of [first, second]) expect((await anna.read(id)).step.type).toBe('expired')
    await deliver(host, await added(host, first.id, 'acc_1'), clock)
    await expect.poll(() => accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
    await deliver(host, await added(host, second.id, 'acc_2'), clock)
    await expect
      .poll(() => host.upstream.calls.at(-1))
      .toMatchObject({ method: 'DELETE', path: '/v2/accounts/acc_2' })
    expect(await accounts()).toHaveLength(1)
  })

  test('of another user does not use the link up', async () => {
    host.upstream.script = () => answers.account('acc_1')
    await host.as('ben').start()
    const link = await visitor({ redirectUri })
    const intent = await link.start()
    expect(intent.step).toEqual({ type: 'duplicate' })
    expect(queryOf((await link.leave(intent.id)).returnTo)).toEqual({
      tab: '1',
      error_type: 'duplicate',
      error_title: 'The account was linked before',
    })
    expect((await link.page()).status).toBe(200)
  })
})

describe('an end without an account', () => {
  test('is reported by its type, title and detail', async () => {
    host.upstream.script = () =>
      answers.error(403, 'api/account_restricted', { detail: 'Too new. user id: 42' })
    const link = await visitor({ redirectUri: `${redirectUri}&account_id=forged&state=forged`, state: 's' })
    const { id } = await link.start()
    expect(queryOf((await link.leave(id)).returnTo)).toEqual({
      tab: '1',
      state: 's',
      error_type: 'restricted',
      error_title: 'The account may not be linked',
      error_detail: 'Too new. user id: 42',
    })
  })

  test('of a failed attempt is reported by its code', async () => {
    host.upstream.script = () => answers.error(401, 'provider/invalid_credentials')
    const link = await visitor({ redirectUri })
    await link.send('POST', '/intents', linkedin(), { 'idempotency-key': 'k' })
    const [row] = await host.database.query('select id from connect_intents')
    expect(queryOf((await link.leave(String(row?.id))).returnTo)).toMatchObject({
      error_type: 'invalid_credentials',
      error_title: expect.any(String),
    })
  })

  test('without an attempt counts as canceled; without an address the page stays', async () => {
    expect(await (await visitor()).leave()).toEqual({ outcome: 'canceled' })
    expect(await (await visitor()).leave("x'; drop table")).toEqual({ outcome: 'canceled' })
  })
})

describe("Unipile's own wizard", () => {
  const wizard = 'https://account.unipile.example/once'

  beforeEach(() => {
    host.upstream.script = ({ path, method }) => {
      if (path === '/v2/auth/link') return { json: { object: 'HostedAuthLink', link: wizard } }
      return method === 'GET' ? answers.account('acc_1', { provider: 'instagram' }) : 'reset'
    }
  })

  async function open(input: Partial<CreateLinkInput> = {}) {
    const { url } = await host.handler.links.create({
      userId: 'anna',
      wizard: 'unipile',
      redirectUri,
      ...input,
    })
    // Looking at it uses nothing up.
    const page = await (await visit(url)).text()
    expect(page).toContain('Continue only if that’s you')
    expect(await (await post(`${url}/wizard`, browser)).json()).toEqual({ url: wizard })
    const sent = host.upstream.calls.at(-1)?.body
    const [row] = await host.database.query('select id from connect_intents order by created_at desc limit 1')
    return { sent, url, id: String(row?.id), back: String(sent?.redirect_uri) }
  }

  const browser = 'a-browser-of-128-bits-'
  const post = (address: string, by: string, on = host.handler, token?: string) =>
    on.fetch(
      new Request(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ browser: by, token }),
      }),
    )

  /** What the page of a return gave to the browser that came back. */
  const tokenIn = (page: string) => /&quot;token&quot;:&quot;([\w-]+)&quot;/.exec(page)?.[1]

  /** The browser comes back, and its page confirms. */
  async function comeBack(address: string, by = browser, on = host.handler) {
    const page = await (await on.fetch(new Request(address))).text()
    return post(`${address.split('?')[0]}/return`, by, on, tokenIn(page))
  }

  const visit = (address: string) => host.handler.fetch(new Request(address))

  test('gets the options and our return address, and only the webhook links', async () => {
    const { sent, id, back } = await open({
      providers: ['linkedin', 'instagram'],
      methods: ['cookies'],
      loginHint: 'anna@example.com',
      state: 'mine',
      expiresInMinutes: 60,
    })
    const state = await stateOf(host, id)
    expect(sent).toMatchObject({
      providers: ['linkedin', 'instagram'],
      expires_on: new Date(time + 60 * 60_000).toISOString(),
      redirect_uri: `${own}/connect/links/wizard/${state}`,
      state,
      config: { linkedin: { allow_methods: ['cookies'] }, global: { login_hint: 'anna@example.com' } },
    })

    const waiting = await visit(`${back}?account_id=acc_1&provider=instagram&state=${state}`)
    expect(waiting.status).toBe(200)
    const page = await waiting.text()
    expect(page).toContain('content="2; url=?asked=1"')
    const token = tokenIn(page)
    await deliver(host, await added(host, id))
    // The browser that opened the link has to be the one that is back.
    const confirm = (by: string, proof = token) => post(`${back}/return`, by, host.handler, proof)
    expect(await readProblem(await confirm('some-other-browser-abc'))).toMatchObject({
      code: 'return_invalid',
    })
    // Only the page of the return has the token, and only the first return has one: a link's maker may know the address.
    expect(await readProblem(await confirm(browser, 'a-token-that-was-guessed'))).toMatchObject({
      code: 'return_invalid',
    })
    expect(tokenIn(await (await visit(`${back}?account_id=acc_1`)).text())).toBeUndefined()
    expect(await accounts()).toEqual([])
    expect((await confirm(browser)).status).toBe(204)
    expect(await readProblem(await confirm(browser))).toMatchObject({ code: 'return_used' })
    await expect.poll(() => accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
    const done = await visit(`${back}?asked=1`)
    expect(done.status).toBe(303)
    expect(queryOf(done.headers.get('location') ?? '')).toEqual({
      tab: '1',
      account_id: expect.stringMatching(/^[\w-]{36}$/),
      provider: 'instagram',
      state: 'mine',
    })
    const [link] = await host.database.query('select used_at from connect_links')
    expect(link?.used_at).not.toBeNull()
  })

  test('without a confirmation redirects the user, and says so', async () => {
    const { back } = await open()
    // Nobody has confirmed it.
    const elsewhere = (await visit(`${back}?asked=3`)).headers.get('location') ?? ''
    expect(queryOf(elsewhere)).toMatchObject({ error_type: 'consent_unconfirmed' })
    expect((await comeBack(`${back}?account_id=acc_1`)).status).toBe(204)
    const location = (await visit(`${back}?asked=15`)).headers.get('location') ?? ''
    expect(queryOf(location)).toMatchObject({ error_type: 'confirmation_pending' })
    const bare = await host.handler.links.create({ userId: 'anna', wizard: 'unipile' })
    await post(`${bare.url}/wizard`, browser)
    const own = String(host.upstream.calls.at(-1)?.body.redirect_uri)
    expect(await (await visit(`${own}?asked=3`)).text()).toContain('isn’t the browser that opened the link')
    expect((await comeBack(`${own}?account_id=acc_1`)).status).toBe(204)
    expect(await (await visit(`${own}?asked=15`)).text()).toContain('Almost done')
  })

  test('is revoked like any link: what is linked there afterwards is removed', async () => {
    const removed: string[] = []
    host.upstream.script = ({ path, method }) => {
      if (path === '/v2/auth/link') return { json: { object: 'HostedAuthLink', link: wizard } }
      if (method === 'DELETE') removed.push(path)
      return method === 'DELETE' ? { json: { success: true } } : answers.account('acc_1')
    }
    const { id } = await open({ providers: ['linkedin'] })
    expect(await host.handler.links.revoke({ userId: 'anna' })).toBe(1)
    await deliver(host, await added(host, id))
    await expect.poll(() => removed).toEqual(['/v2/accounts/acc_1'])
    expect(await accounts()).toEqual([])
    expect((await anna.read(id)).step.type).toBe('canceled')
  })

  test('whose address was sent to somebody else links nothing', async () => {
    const { url, back, id } = await open()
    expect(await readProblem(await post(`${url}/wizard`, 'some-other-browser-abc'))).toMatchObject({
      code: 'link_in_use',
    })
    // The victim returns, and its browser has nothing to confirm with.
    await visit(`${back}?account_id=acc_1`)
    await deliver(host, await added(host, id))
    // The sender types the return.
    expect((await visit(`${back}?account_id=acc_2`)).status).toBe(200)
    expect(await accounts()).toEqual([])
    expect((await anna.read(id)).step.type).toBe('loading')
  })

  test('opens in any browser if the host says so, and the last one confirms', async () => {
    const travelling = await host.another({ links: { page: builtPage, ownerOf, bindToBrowser: false } })
    const { url } = await travelling.links.create({ userId: 'anna', wizard: 'unipile' })
    expect((await post(`${url}/wizard`, 'some-other-browser-abc', travelling)).status).toBe(200)
    expect((await post(`${url}/wizard`, browser, travelling)).status).toBe(200)
    const { redirect_uri: back, state } = host.upstream.calls.at(-1)?.body ?? {}
    const intent = await host.database.query(`select id from connect_intents where state = '${state}'`)
    await deliver(host, await added(host, String(intent[0]?.id)))
    const returned = `${back}?account_id=acc_1&provider=instagram&state=${state}`
    expect((await comeBack(returned, browser, travelling)).status).toBe(204)
    await expect.poll(() => accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
  })

  test('that names no account links nothing, unless the host takes the risk', async () => {
    const { back, id } = await open()
    expect((await visit(back)).status).toBe(303)
    expect((await anna.read(id)).step).toMatchObject({ error: { code: 'consent_unbound' } })
    expect(host.log.join()).toContain('consent.allowUnbound')
  })

  test('that failed ends the attempt', async () => {
    const { back, id } = await open({ providers: ['linkedin'] })
    const response = await visit(`${back}?error_type=provider%2Finvalid_credentials`)
    expect(queryOf(response.headers.get('location') ?? '')).toMatchObject({
      error_type: 'consent_failed',
    })
    expect((await anna.read(id)).step).toMatchObject({ type: 'failed' })
  })

  test('has no return page at a made-up address', async () => {
    await open()
    const other = await anna.start({ provider: 'google', method: 'consent' }).catch(() => undefined)
    expect(other).toBeUndefined()
    for (const state of ['x'.repeat(22), "x'--", await stateOf(host, await newestOfAnna())]) {
      const response = await visit(`${own}/connect/links/wizard/${encodeURIComponent(state)}?error_type=x`)
      expect(response.status).toBe(404)
    }
  })

  async function newestOfAnna(): Promise<string> {
    const [row] = await host.database.query("select id from connect_intents where method = 'consent'")
    return String(row?.id)
  }

  test('of API v1 is reported to an address that no browser sees', async () => {
    // API v1 names no account on return.
    const v1 = await host.another({ upstreamApi: 'v1', consent: { allowUnbound: true } })
    host.upstream.script = ({ path }) => {
      if (path.endsWith('/hosted/accounts/link'))
        return { status: 201, json: { object: 'HostedAuthUrl', url: wizard } }
      return { json: { object: 'Account', id: 'acc_1', type: 'GOOGLE_OAUTH', sources: [{ status: 'OK' }] } }
    }
    const { url } = await v1.links.create({ userId: 'anna', wizard: 'unipile', providers: ['google'] })
    await post(`${url}/wizard`, browser, v1)
    const { notify_url, success_redirect_url, name } = host.upstream.calls.at(-1)?.body ?? {}
    const notify = (address: unknown, status: string) =>
      v1.fetch(
        new Request(String(address), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ status, account_id: 'acc_1', name }),
        }),
      )
    expect(String(success_redirect_url)).not.toContain(String(notify_url).split('/').at(-1))
    // A visitor who has seen the return address cannot act as Unipile.
    const forged = `${own}/connect/links/wizard/${String(name)}`
    expect(await readProblem(await notify(forged, 'CREATION_SUCCESS'))).toMatchObject({
      code: 'webhook_invalid',
    })
    expect((await notify(notify_url, 'CONNECTING')).status).toBe(200)
    expect(await accounts()).toEqual([])
    expect((await notify(notify_url, 'CREATION_SUCCESS')).status).toBe(200)
    expect(await accounts()).toEqual([])
    expect((await comeBack(String(success_redirect_url), browser, v1)).status).toBe(204)
    expect((await notify(notify_url, 'CREATION_SUCCESS')).status).toBe(200)
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
  })

  test('that Unipile refuses is no link, and leaves nothing open', async () => {
    host.upstream.script = () => answers.error(403, 'api/inactive_subscription')
    const { url } = await host.handler.links.create({ userId: 'anna', wizard: 'unipile' })
    expect((await post(`${url}/wizard`, browser)).status).toBe(502)
    expect(await host.database.query('select id from connect_intents where ended_at is null')).toEqual([])
  })
})
