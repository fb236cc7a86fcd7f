import type { Intent } from '@connect-account/core/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectCallbacks } from '../src/index.ts'
import { returnTokenOf } from './consent-return.ts'
import { builtPage, ownerOf } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { type Browser, startTestHost, type TestHost } from './test-host.ts'
import { added, deliver, stateOf } from './webhook-delivery.ts'

/** Consents that come back after the intent's time, or whose webhook is lost. */

let host: TestHost
let anna: Browser
let ben: Browser
let time = Date.now()
const calls: string[] = []
const on: Partial<ConnectCallbacks> = {
  accountLinked: ({ userId }) => void calls.push(`linked ${userId}`),
  accountRelinked: ({ userId }) => void calls.push(`relinked ${userId}`),
  accountRecovered: ({ userId }) => void calls.push(`recovered ${userId}`),
}

const own = 'https://host.example'
const app = 'https://app.example.com'
const google = { provider: 'google', method: 'consent', returnTo: `${app}/settings` }

beforeAll(async () => {
  host = await startTestHost({
    now: () => time,
    publicUrl: own,
    returnOrigins: [app],
    on,
    links: { page: builtPage, ownerOf, brand: { name: 'Tidewater' } },
    timings: { confirmSeconds: 0 },
  })
  anna = host.as('anna')
  ben = host.as('ben')
})
afterAll(() => host.close())
beforeEach(async () => {
  time = Date.now()
  await host.delivered()
  await host.reset()
  calls.length = 0
  respond()
})

/** Unipile shows a consent page, and has these accounts, made now unless one says otherwise. */
function respond(accounts: Readonly<Record<string, object>> = { acc_1: {} }) {
  host.upstream.script = ({ method, path }): Reply => {
    if (method !== 'GET') return { json: { object: 'OauthUrl', url: 'https://consent.example/authorize' } }
    const id = path.split('/').at(-1) ?? ''
    const account = accounts[id]
    return account
      ? answers.account(id, { provider: 'google', created_at: new Date(time).toISOString(), ...account })
      : answers.error(404, 'api/resource_not_found')
  }
}

/** The address that Unipile returns the user to. */
async function callbackOf({ id }: Intent, query: Record<string, string> = {}): Promise<URL> {
  const state = await stateOf(host, id)
  const start = host.upstream.calls.find(({ body }) => body.state === state)
  const url = new URL(String(start?.body.oauth_callback_redirect_uri))
  for (const [name, value] of Object.entries({ account_id: 'acc_1', state, ...query })) {
    url.searchParams.set(name, value)
  }
  return url
}

/** The browser that returned confirms it. */
const confirm = async ({ id }: Intent, response: Response, browser = anna) =>
  browser.intent('POST', `/intents/${id}/return`, { token: await returnTokenOf(response) })

const visit = (url: URL) => host.handler.fetch(new Request(url))
const accounts = () => host.database.query('select account_id, user_id from connect_accounts')
const expire = async ({ id }: Intent, browser = anna) => {
  time += 15 * 60_000 + 1_000
  expect((await browser.read(id)).step.type).toBe('expired')
}
const webhookOf = ({ id }: Intent) => added(host, id)
const send = (event: object) => deliver(host, event, { time: Math.floor(time / 1000) })

/** This user's account is linked, in time. */
async function linkFirst(browser: Browser, accountId = 'acc_1') {
  const intent = await browser.start(google)
  await confirm(intent, await visit(await callbackOf(intent, { account_id: accountId })), browser)
  await send({ ...(await webhookOf(intent)), account_id: accountId })
}

describe('a consent that is given after the intent has expired', () => {
  test('is linked, and reported to the app, if its webhook comes first', async () => {
    const intent = await anna.start(google)
    await expire(intent)
    await send(await webhookOf(intent))
    expect((await anna.read(intent.id)).step).toMatchObject({ type: 'expired' })
    const response = await visit(await callbackOf(intent))
    expect(response.headers.get('location')).toContain(`${app}/settings?connect_intent=${intent.id}&`)
    expect((await confirm(intent, response)).step.type).toBe('linked')
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
    await host.delivered()
    expect(calls).toEqual(['linked anna'])
  })

  test('waits for its webhook if that comes second, with time enough', async () => {
    respond({})
    const intent = await anna.start(google)
    await expire(intent)
    const response = await visit(await callbackOf(intent))
    expect(response.headers.get('location')).toContain(`${app}/settings?connect_intent=${intent.id}&`)
    const waiting = await confirm(intent, response)
    expect(waiting.step.type).toBe('loading')
    expect(Date.parse(waiting.expiresAt)).toBe(time + 15 * 60_000)
    respond()
    await send(await webhookOf(intent))
    expect((await anna.read(intent.id)).step.type).toBe('linked')
    await host.delivered()
    expect(calls).toEqual(['linked anna'])
  })

  test('goes on to the app from a popup, because the app no longer waits for it', async () => {
    const intent = await anna.start({ ...google, display: 'popup' })
    await expire(intent)
    const page = await (await visit(await callbackOf(intent))).text()
    expect(page).toContain('You can go back to Tidewater')
    expect(page).toMatch(
      new RegExp(`connect_intent=${intent.id}&amp;connect_return=[\\w-]{22}">Go back to Tidewater</a>`),
    )
    const denied = await anna.start({ ...google, display: 'popup' })
    await expire(denied)
    const refused = await (await visit(await callbackOf(denied, { error_type: 'access_denied' }))).text()
    expect(refused).toContain(`connect_intent=${denied.id}">Go back to Tidewater</a>`)
    expect((await anna.read(denied.id)).step.type).toBe('expired')
  })

  test('changes nothing if it was denied, or if the user had canceled', async () => {
    const denied = await anna.start(google)
    await expire(denied)
    const answer = await visit(await callbackOf(denied, { error_type: 'provider/access_denied' }))
    expect(answer.status).toBe(303)
    expect((await anna.read(denied.id)).step.type).toBe('expired')
    const canceled = await anna.start(google)
    await anna.intent('DELETE', `/intents/${canceled.id}`)
    time += 16 * 60_000
    expect((await visit(await callbackOf(canceled))).status).toBe(303)
    const [row] = await host.database.query(
      `select step ->> 'type' as type from connect_intents where id = '${canceled.id}'`,
    )
    expect(row?.type).toMatch(/^cancel/)
    expect(await accounts()).toEqual([])
  })

  test('that is given in time, but at the last moment, keeps its time to be confirmed', async () => {
    respond({})
    const intent = await anna.start(google)
    time += 15 * 60_000 - 1_000
    await confirm(intent, await visit(await callbackOf(intent)))
    time += 60_000
    expect((await anna.read(intent.id)).step.type).toBe('loading')
  })
})

describe('a consent whose webhook is lost', () => {
  /** The user returned, and Unipile was asked. */
  async function returned(intent: Intent, query?: Record<string, string>, browser = anna) {
    const response = await visit(await callbackOf(intent, query))
    expect(response.status).toBe(303)
    await confirm(intent, response, browser)
    await expect
      .poll(async () => {
        const { step } = await browser.read(intent.id)
        return step.type !== 'loading' || step.error?.code
      })
      .toBeTruthy()
    const { step } = await browser.read(intent.id)
    return step.type === 'loading' ? step.error?.code : step.type
  }

  test('is linked by the account at Unipile', async () => {
    const intent = await anna.start(google)
    expect(await returned(intent)).toBe('linked')
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
    // The webhook comes after all.
    await send(await webhookOf(intent))
    await host.delivered()
    expect(calls).toEqual(['linked anna'])
  })

  test('is linked late, too', async () => {
    const intent = await anna.start(google)
    await expire(intent)
    expect(await returned(intent)).toBe('linked')
    await host.delivered()
    expect(calls).toEqual(['linked anna'])
  })

  test('is linked once Unipile can be reached again', async () => {
    host.upstream.script = ({ method }) =>
      method === 'GET'
        ? answers.error(503, 'api/internal_error')
        : { json: { object: 'OauthUrl', url: 'https://consent.example/authorize' } }
    const intent = await anna.start(google)
    await confirm(intent, await visit(await callbackOf(intent)))
    await expect.poll(() => host.upstream.calls.some(({ method }) => method === 'GET')).toBe(true)
    expect((await anna.read(intent.id)).step).not.toHaveProperty('error')
    respond()
    // Another instance looks at once; this one in half a minute.
    const other = await host.another()
    await expect.poll(async () => (await anna.read(intent.id)).step.type).toBe('linked')
    await other.close()
  })

  test.each<{ what: string; account?: object; query?: Record<string, string> }>([
    { what: 'was made before the intent', account: { created_at: '2026-01-15T09:30:00.000Z' } },
    { what: "is another provider's", account: { provider: 'outlook' } },
    { what: 'does not exist', query: { account_id: 'acc_2' } },
  ])('is not linked by an account that $what', async ({ account = {}, query = {} }) => {
    respond({ acc_1: account })
    expect(await returned(await anna.start(google), query)).toBe('confirmation_pending')
    expect(await accounts()).toEqual([])
  })

  test("is not linked without Unipile's own state", async () => {
    const intent = await anna.start(google)
    const url = await callbackOf(intent)
    url.searchParams.delete('state')
    await visit(url)
    expect((await anna.read(intent.id)).step).toMatchObject({ error: { code: 'consent_unbound' } })
    const other = await anna.start(google)
    await visit(await callbackOf(other, { account_id: '../accounts' }))
    expect((await anna.read(other.id)).step).toMatchObject({ error: { code: 'consent_unbound' } })
    expect(host.upstream.calls.filter(({ method }) => method === 'GET')).toEqual([])
  })

  test('is not linked to a user who only names the account that another one returned with', async () => {
    // Ben's return is the first to name it, but Unipile does not confirm it yet.
    respond({})
    const bens = await ben.start(google)
    expect(await returned(bens, {}, ben)).toBe('confirmation_pending')
    respond()
    time += 1
    expect(await returned(await anna.start(google))).toBe('confirmation_pending')
    expect(await accounts()).toEqual([])
  })

  test('is not linked by an account that a user here has', async () => {
    await linkFirst(ben)
    expect(await returned(await anna.start(google))).toBe('confirmation_pending')
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'ben' }])
  })

  test('is reconnected once the account works, and told once', async () => {
    await linkFirst(anna)
    await host.database.query("update connect_accounts set status = 'disconnected'")
    const [row] = await host.database.query('select id from connect_accounts')
    const again = await anna.start({ ...google, accountId: String(row?.id) })
    expect(await returned(again)).toBe('relinked')
    await host.delivered()
    expect(calls).toEqual(['linked anna', 'relinked anna'])
  })

  test('is not reconnected by an account that does not work', async () => {
    await linkFirst(anna)
    const [row] = await host.database.query('select id from connect_accounts')
    respond({ acc_1: { status: 'disconnected' } })
    const again = await anna.start({ ...google, accountId: String(row?.id) })
    expect(await returned(again)).toBe('confirmation_pending')
  })
})

describe('a consent to an account that Unipile has and no user here, as after a restored backup', () => {
  const known = { error_type: 'api/already_exists', error_detail: 'acc_1' }
  const old = { created_at: '2026-01-15T09:30:00.000Z' }
  const exists = { type: 'failed', error: { code: 'account_exists' }, retryable: true }

  test('is asked for once more, for that account, and linked by its signed webhook', async () => {
    respond({ acc_1: old })
    const intent = await anna.start(google)
    const url = await callbackOf(intent, known)
    const response = await visit(url)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('https://consent.example/authorize')
    const start = host.upstream.calls.at(-1)?.body
    expect(start).toMatchObject({ account_id: 'acc_1', state: await stateOf(host, intent.id) })
    expect((await anna.read(intent.id)).step.type).toBe('consent')
    expect(await accounts()).toEqual([])

    // A browser that only types the return gets nothing that counts for the account.
    await confirm(intent, await visit(await callbackOf(intent)))
    expect((await anna.read(intent.id)).step.type).toBe('loading')
    await send({ ...(await webhookOf(intent)), type: 'account.reconnect' })
    expect((await anna.read(intent.id)).step.type).toBe('linked')
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
    await host.delivered()
    expect(calls).toEqual(['linked anna'])
  })

  test('is not linked without that webhook, however often the return is typed', async () => {
    respond({ acc_1: old })
    const intent = await anna.start(google)
    await visit(await callbackOf(intent, known))
    expect((await visit(await callbackOf(intent, known))).headers.get('location')).toContain(app)
    expect((await anna.read(intent.id)).step).toEqual(exists)
    const second = await anna.start(google)
    await visit(await callbackOf(second, known))
    await confirm(second, await visit(await callbackOf(second)))
    await expect
      .poll(async () => (await anna.read(second.id)).step)
      .toMatchObject({ type: 'loading', error: { code: 'confirmation_pending' } })
    expect(await accounts()).toEqual([])
  })

  test("is refused if it is a user's, another provider's, unknown, or not from Unipile", async () => {
    const end = async (query: Record<string, string>, state = true) => {
      const intent = await anna.start(google)
      const url = await callbackOf(intent, query)
      if (!state) url.searchParams.delete('state')
      expect((await visit(url)).headers.get('location')).toContain(app)
      return (await anna.read(intent.id)).step
    }
    respond({ acc_1: { ...old, provider: 'outlook' }, acc_2: old, acc_3: old })
    expect(await end(known)).toEqual(exists)
    expect(await end({ ...known, error_detail: 'acc_9' })).toEqual(exists)
    expect(await end({ ...known, error_detail: 'acc_2' }, false)).toEqual(exists)
    await linkFirst(ben, 'acc_3')
    expect(await end({ ...known, error_detail: 'acc_3' })).toEqual(exists)
  })
})

test("the return from Unipile's wizard whose webhook is lost is linked by the account at Unipile", async () => {
  host.upstream.script = ({ method }) =>
    method === 'GET'
      ? answers.account('acc_1', { provider: 'outlook', created_at: new Date(time).toISOString() })
      : { json: { object: 'HostedAuthLink', link: 'https://wizard.example' } }
  const { url } = await host.handler.links.create({ userId: 'anna', wizard: 'unipile' })
  const post = (address: string, token?: string) =>
    host.handler.fetch(
      new Request(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ browser: 'a-browser-of-128-bits-', token }),
      }),
    )
  await post(`${url}/wizard`)
  const { redirect_uri, state } = host.upstream.calls.at(-1)?.body ?? {}
  const back = `${String(redirect_uri)}?account_id=acc_1&provider=outlook&state=${String(state)}`
  const waiting = await host.handler.fetch(new Request(back))
  expect(await waiting.clone().text()).toContain('Tidewater')
  await post(`${String(redirect_uri)}/return`, await returnTokenOf(waiting))
  await expect.poll(() => accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
  const done = await host.handler.fetch(new Request(String(redirect_uri)))
  expect(await done.text()).toContain('It’s connected to Tidewater. You can close this page.')
})
