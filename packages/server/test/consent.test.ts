import { createHash } from 'node:crypto'
import type { Intent } from '@connect-account/core/protocol'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectHandler } from '../src/index.ts'
import { returnTokenOf } from './consent-return.ts'
import { forgeToken } from './forge-token.ts'
import { answers } from './scripted-upstream.ts'
import { type Browser, checkpointId, startTestHost, type TestHost } from './test-host.ts'
import { added, deliver, stateOf } from './webhook-delivery.ts'

let host: TestHost
let anna: Browser
let time = Date.now()

const own = 'https://host.example'
const app = 'https://app.example.com'
const returnTo = `${app}/settings?tab=mail#accounts`
const google = { provider: 'google', method: 'consent', returnTo }

beforeAll(async () => {
  host = await startTestHost({ now: () => time, publicUrl: own, returnOrigins: [app] })
  anna = host.as('anna')
})
afterAll(() => host.close())
beforeEach(async () => {
  time = Date.now()
  await host.reset()
  host.upstream.script = ({ method }) =>
    method === 'GET'
      ? answers.account('acc_1')
      : { json: { object: 'OauthUrl', url: 'https://consent.example/authorize' } }
})

/** The return address that the last start sent to Unipile, with what Unipile adds to it. */
function callback(query: Record<string, string> = {}): URL {
  const { state, oauth_callback_redirect_uri } = host.upstream.calls.at(-1)?.body ?? {}
  const url = new URL(String(oauth_callback_redirect_uri))
  const added = { state: String(state), ...(query.error_type ? {} : { account_id: 'acc_1' }), ...query }
  for (const [name, value] of Object.entries(added)) url.searchParams.set(name, value)
  return url
}

/** The browser that returned confirms it. */
async function confirm({ id }: Pick<Intent, 'id'>, response: Response, as = anna): Promise<Intent> {
  return as.intent('POST', `/intents/${id}/return`, { token: await returnTokenOf(response) })
}

/** A navigation: no session, no header. */
function visit(url: URL, on: ConnectHandler = host.handler): Promise<Response> {
  return on.fetch(new Request(url))
}

async function expectRefused(response: Response, says: RegExp): Promise<void> {
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  const html = await response.text()
  expect(html).toMatch(says)
  expect(html).not.toMatch(/<script|<a /)
}

const accounts = () => host.database.query('select account_id, user_id from connect_accounts')

describe('a start', () => {
  test('shows the consent page, and sends Unipile the return address', async () => {
    const intent = await anna.start({ ...google, loginHint: 'anna@example.com' })
    expect(intent.step).toMatchObject({ type: 'consent', url: 'https://consent.example/authorize' })
    expect(host.upstream.calls[0]?.body).toEqual({
      provider: 'google',
      oauth_callback_redirect_uri: expect.stringMatching(
        /^https:\/\/host\.example\/connect\/oauth\/callback\?ca_state=[\w.-]+$/,
      ),
      login_hint: 'anna@example.com',
      state: await stateOf(host, intent.id),
    })
  })

  test.each([
    'https://evil.example/',
    'https://app.example.com.evil.example/',
    'https://app.example.com:8443/',
    'http://app.example.com/',
    'https://user@app.example.com/',
    'javascript:alert(1)//https://app.example.com',
    'data:text/html,x',
    'blob:https://app.example.com/x',
  ])('may not return to %s', async (address) => {
    const problem = await anna.problem('POST', '/intents', { ...google, returnTo: address })
    expect(problem).toMatchObject({ code: 'return_not_allowed', httpStatus: 400 })
    expect(host.upstream.calls).toEqual([])
  })

  test("may return to the handler's own origin", async () => {
    await anna.start({ ...google, returnTo: `${own}/inbox` })
    const { id } = await anna.start({ ...google, returnTo: `${own}/inbox` })
    const response = await visit(callback())
    const token = await returnTokenOf(response)
    expect(response.headers.get('location')).toBe(`${own}/inbox?connect_intent=${id}&connect_return=${token}`)
  })
})

describe('a consent that was given', () => {
  test('links nothing before the signed webhook, regardless of the account in the query', async () => {
    const { id } = await anna.start(google)
    const response = await visit(callback({ provider: 'google' }))
    expect(response.status).toBe(303)
    const token = await returnTokenOf(response)
    expect(response.headers.get('location')).toBe(
      `${app}/settings?tab=mail&connect_intent=${id}&connect_return=${token}#accounts`,
    )
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    const waiting = await confirm({ id }, response)
    expect(waiting.step).toEqual({ type: 'loading', id: checkpointId(waiting.step) })
    expect(await accounts()).toEqual([])

    await deliver(host, await added(host, id), { time: Math.floor(time / 1000) })
    expect((await anna.read(id)).step.type).toBe('linked')
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
  })

  test('reports that its confirmation is awaited, and links when it arrives late', async () => {
    const hasty = await host.another({ timings: { confirmSeconds: 0 } })
    const { id } = await anna.start(google)
    await confirm({ id }, await visit(callback(), hasty), host.as('anna', { on: hasty }))
    await expect
      .poll(async () => (await anna.read(id)).step)
      .toMatchObject({
        type: 'loading',
        error: { code: 'confirmation_pending' },
      })
    await hasty.close()
    await deliver(host, await added(host, id), { time: Math.floor(time / 1000) })
    expect((await anna.read(id)).step.type).toBe('linked')
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
  })

  test('may find that the intent is linked already', async () => {
    const { id } = await anna.start(google)
    const url = callback()
    const response = await visit(url)
    await deliver(host, await added(host, id))
    const { revision } = await confirm({ id }, response)
    expect((await visit(url)).status).toBe(400)
    expect(await anna.read(id)).toMatchObject({ revision, step: { type: 'linked' } })
  })

  test('reconnects the account in the same way', async () => {
    const first = await anna.start(google)
    await confirm(first, await visit(callback()))
    await deliver(host, await added(host, first.id))
    const { step } = await anna.read(first.id)
    const accountId = step.type === 'linked' ? step.account.id : ''
    await host.database.query("update connect_accounts set status = 'disconnected'")
    const again = await anna.start({ ...google, accountId })
    expect(host.upstream.calls.at(-1)?.body).toMatchObject({ account_id: 'acc_1' })
    await confirm(again, await visit(callback()))
    await deliver(host, { ...(await added(host, again.id)), type: 'account.reconnect' })
    expect((await anna.read(again.id)).step).toMatchObject({
      type: 'relinked',
      account: { id: accountId, status: 'running' },
    })
  })

  test('reports that it cannot be confirmed if no webhook can arrive', async () => {
    const bare = await startTestHost({ unsigned: true, publicUrl: own })
    bare.upstream.script = () => ({ json: { object: 'OauthUrl', url: 'https://consent.example' } })
    const ben = bare.as('ben')
    const { id } = await ben.start({ provider: 'outlook', method: 'consent' })
    const { oauth_callback_redirect_uri, state } = bare.upstream.calls[0]?.body ?? {}
    const address = new URL(String(oauth_callback_redirect_uri))
    address.searchParams.set('account_id', 'acc_1')
    address.searchParams.set('state', String(state))
    const page = await visit(address, bare.handler)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('You can go back to the app')
    expect((await ben.read(id)).step).toMatchObject({
      type: 'loading',
      error: { code: 'confirmation_pending' },
    })
    await bare.close()
  })

  test('of a canceled intent changes nothing, and returns to the host', async () => {
    const { id } = await anna.start(google)
    await anna.intent('DELETE', `/intents/${id}`)
    expect((await visit(callback({ account_id: 'acc_1' }))).status).toBe(303)
    expect((await anna.read(id)).step).toEqual({ type: 'canceled' })
  })
})

test.each<{ type: string; detail?: string; step: object }>([
  {
    type: 'provider/access_denied',
    step: { type: 'failed', error: { code: 'consent_denied' }, retryable: true },
  },
  { type: 'access_denied', step: { type: 'failed', error: { code: 'consent_denied' }, retryable: true } },
  {
    type: 'api/already_exists',
    detail: 'acc_7',
    step: { type: 'failed', error: { code: 'account_exists' }, retryable: true },
  },
  {
    type: 'api/account_restricted',
    detail: 'Abuse\u0000 (provider user id: 42)',
    step: { type: 'failed', error: { code: 'account_restricted' }, retryable: false },
  },
  {
    type: 'provider/account_mismatch',
    step: { type: 'failed', error: { code: 'account_mismatch' }, retryable: true },
  },
  {
    type: 'provider/server_error',
    step: { type: 'failed', error: { code: 'provider_unavailable' }, retryable: true },
  },
  {
    type: 'provider/invalid_authorization',
    step: { type: 'failed', error: { code: 'provider_unavailable' }, retryable: true },
  },
  {
    type: 'api/<b>volcano',
    step: { type: 'failed', error: { code: 'consent_failed' }, retryable: true },
  },
  ...['constructor', 'toString', '__proto__'].map((type) => ({
    type,
    step: { type: 'failed', error: { code: 'consent_failed' }, retryable: true },
  })),
  ...['api/too_many_requests', 'api/missing_authorization', 'provider/invalid_credentials'].map((type) => ({
    type,
    step: { type: 'failed', error: { code: 'consent_failed' }, retryable: true },
  })),
])('$type in the query ends the intent, without its text', async ({ type, detail, step }) => {
  const { id } = await anna.start(google)
  const query = { error_type: type, error_title: 'T', ...(detail ? { error_detail: detail } : {}) }
  expect((await visit(callback(query))).status).toBe(303)
  const ended = (await anna.read(id)).step
  expect(ended).toEqual(step)
})

describe('a return that has no effect', () => {
  /** The intent stays as it was, and the next valid return still counts. */
  async function expectUntouched(intent: Intent): Promise<void> {
    expect(await anna.read(intent.id)).toMatchObject({ revision: intent.revision, step: { type: 'consent' } })
    const [row] = await host.database.query(
      `select returned_at from connect_intents where id = '${intent.id}'`,
    )
    expect(row).toEqual({ returned_at: null })
    expect(await accounts()).toEqual([])
  }

  const soon = () => Math.floor(time / 1000) + 60

  test.each<{ what: string; state: (id: string) => Promise<string> }>([
    { what: 'no state', state: async () => '' },
    { what: 'a word', state: async () => 'hello' },
    { what: "the intent's id", state: async (id) => id },
    { what: "Unipile's state", state: (id) => stateOf(host, id) },
    { what: 'a session token', state: () => host.handler.mintSession({ userId: 'anna' }) },
    {
      what: "a token under the session's key",
      state: (id) => forgeToken({ sub: 'anna', jti: id, exp: soon() }),
    },
    {
      what: 'a token under another key',
      state: (id) =>
        forgeToken({ sub: 'anna', jti: id, exp: soon() }, { purpose: 'consent', secret: 'x'.repeat(40) }),
    },
    {
      what: "a token of the wizard's",
      state: (id) => forgeToken({ sub: 'anna', jti: id, exp: soon() }, { purpose: 'wizard' }),
    },
    {
      what: 'an unsigned token',
      state: async (id) =>
        `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: 'anna', jti: id, exp: soon() }))}.`,
    },
  ])('has $what', async ({ state }) => {
    const intent = await anna.start(google)
    const url = callback({ error_type: 'provider/access_denied', ca_state: await state(intent.id) })
    await expectRefused(await visit(url), /doesn’t belong/)
    await expectUntouched(intent)
  })

  test('has the query of another intent', async () => {
    const mine = await anna.start(google)
    const url = callback()
    const bens = await host.as('ben').start(google)
    url.searchParams.set('state', await stateOf(host, bens.id))
    url.searchParams.set('account_id', 'acc_of_ben')
    await expectRefused(await visit(url), /doesn’t belong/)
    await expectUntouched(mine)
  })

  test('arrives when the intent is not kept any more', async () => {
    const { id } = await anna.start(google)
    const url = callback({ account_id: 'acc_1' })
    time += 15 * 60_000 + 1_000
    await host.database.query(`delete from connect_intents where id = '${id}'`)
    await expectRefused(await visit(url), /took too long/)
  })

  test('arrives a second time, on any instance', async () => {
    const { id } = await anna.start(google)
    const other = await host.another()
    const url = callback({ account_id: 'acc_1' })
    const statuses = (await Promise.all([visit(url), visit(url, other)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([303, 400])
    const { revision } = await anna.read(id)
    expect(revision).toBe(3)
    url.searchParams.set('error_type', 'provider/access_denied')
    const page = await visit(url)
    expect(page.status).toBe(400)
    const html = await page.text()
    expect(html).toMatch(/already finished/)
    expect(html).toContain(`>Go back to the app</a>`)
    expect(html).toContain(`connect_intent=${id}`)
    expect(html).not.toContain('<script')
    expect(await anna.read(id)).toMatchObject({ revision, step: { type: 'loading' } })
  })

  test('is no GET', async () => {
    await anna.start(google)
    for (const method of ['POST', 'DELETE', 'PUT', 'HEAD']) {
      const response = await host.handler.fetch(new Request(callback(), { method }))
      expect(response.status).toBe(405)
    }
  })
})

/** The ways to an outcome, which race. `given` is the return of the user's own browser, `typed` is not. */
const ways = ['given', 'denied', 'typed', 'webhook', 'cancel'] as const

/** The user's own browser confirms its return, unless the intent is not open any more. */
async function confirmed(id: string, response: Response): Promise<unknown> {
  const location = new URL(response.headers.get('location') ?? '')
  const token = location.searchParams.get('connect_return')
  return token && anna.intent('POST', `/intents/${id}/return`, { token })
}

test('an intent settles once, in any order', async () => {
  let runs = 0
  host.upstream.script = ({ method, path }) =>
    method === 'GET'
      ? answers.account(path.split('/').at(-1) ?? '')
      : { json: { object: 'OauthUrl', url: 'https://consent.example/authorize' } }
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...ways], { minLength: 2 }), async (race) => {
      host.upstream.calls.length = 0
      const { id, revision } = await anna.start(google)
      // Its own, so that a removal of the run before is not taken for one of this run.
      const account = `acc_run${++runs}`
      const url = callback({ account_id: account })
      const denied = callback({ error_type: 'provider/access_denied' })
      const event = await added(host, id, account)
      const act: Record<(typeof ways)[number], () => Promise<unknown>> = {
        given: () =>
          visit(url).then((response) => (response.status === 303 ? confirmed(id, response) : null)),
        typed: () => visit(callback({ account_id: 'acc_typed' })),
        denied: () => visit(denied),
        webhook: () => deliver(host, event),
        cancel: () => anna.intent('DELETE', `/intents/${id}`),
      }
      await Promise.all(race.map((way) => act[way]()))
      const ended = await anna.read(id)
      expect(ended.revision - revision).toBeLessThanOrEqual(2)
      const isLinked = ended.step.type === 'linked'
      const removed = () =>
        host.upstream.calls.some(({ method, path }) => method === 'DELETE' && path.endsWith(`/${account}`))
      if (isLinked) expect(race).toEqual(expect.arrayContaining(['given', 'webhook']))
      expect(await accounts()).toEqual(isLinked ? [{ account_id: account, user_id: 'anna' }] : [])
      // Linked, removed, or waiting for its confirmation: exactly one of them.
      const [{ waits } = {}] = await host.database.query(
        'select count(consented_at)::int as waits from connect_intents',
      )
      const isRemoved = race.includes('webhook') && !isLinked && waits === 0
      await expect.poll(removed).toBe(isRemoved)
      await host.database.query('truncate connect_accounts, connect_intents, connect_removals cascade')
    }),
    { numRuns: 25 },
  )
}, 60_000)

describe('in a popup', () => {
  test('the page notifies its origin and closes, under a policy that allows only that', async () => {
    const hostile = `${app}/?q="><script>alert(1)</script>`
    const { id } = await anna.start({ ...google, display: 'popup', returnTo: hostile })
    const response = await visit(callback({ account_id: 'acc_1' }))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const html = await response.text()
    expect(html).toMatch(
      new RegExp(
        `data-message="{&quot;intentId&quot;:&quot;${id}&quot;,&quot;token&quot;:&quot;[\\w-]{22}&quot;}"`,
      ),
    )
    expect(html).toContain("new BroadcastChannel('connect-account')")
    expect(html).not.toContain('alert(1)</script>')
    expect(html).toContain(`connect_intent=${id}`)
    expect(html).not.toContain('opener')
    const policy = response.headers.get('content-security-policy') ?? ''
    for (const [element, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ]) {
      const texts = [...html.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'))].map(
        ([, text = '']) => text,
      )
      const hashes = texts.map((text) => createHash('sha256').update(text).digest('base64'))
      expect(hashes).toHaveLength(1)
      expect(policy).toContain(`${directive} 'sha256-${hashes[0]}'`)
    }
    expect(policy).not.toContain('unsafe')
  })

  test('a denied consent ends it in the same way', async () => {
    const { id } = await anna.start({ ...google, display: 'popup' })
    const response = await visit(callback({ error_type: 'provider/access_denied' }))
    expect(await response.text()).toContain(`data-message="{&quot;intentId&quot;:&quot;${id}&quot;}"`)
    expect((await anna.read(id)).step).toMatchObject({ error: { code: 'consent_denied' } })
  })
})
