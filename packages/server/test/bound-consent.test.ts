import type { Intent } from '@connect-account/core/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectCallbacks } from '../src/index.ts'
import { returnTokenOf } from './consent-return.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { type Browser, readProblem, startTestHost, type TestHost } from './test-host.ts'
import { added, deliver, stateOf } from './webhook-delivery.ts'

/** An account is linked only if the browser that consented is the one that asked. */

let host: TestHost
let anna: Browser
let ben: Browser
let time = Date.now()
const calls: string[] = []
const on: Partial<ConnectCallbacks> = {
  accountLinked: ({ userId }) => void calls.push(`linked ${userId}`),
  accountRelinked: ({ userId }) => void calls.push(`relinked ${userId}`),
  accountRestricted: ({ userId }) => void calls.push(`restricted ${userId}`),
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
    timings: { confirmSeconds: 600, returnMinutes: 5 },
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
  host.upstream.script = ({ method }): Reply => {
    if (method === 'DELETE') return { status: 204, json: null }
    return method === 'GET'
      ? answers.account('acc_1', { provider: 'google', created_at: new Date(time).toISOString() })
      : { json: { object: 'OauthUrl', url: 'https://consent.example/authorize' } }
  }
})

/** The address that Unipile returns the browser to. */
async function addressOf({ id }: Intent, query: Record<string, string | null> = {}): Promise<URL> {
  const state = await stateOf(host, id)
  const start = host.upstream.calls.find(({ body }) => body.state === state)
  const url = new URL(String(start?.body.oauth_callback_redirect_uri))
  for (const [name, value] of Object.entries({ account_id: 'acc_1', state, ...query })) {
    if (value !== null) url.searchParams.set(name, value)
  }
  return url
}

/** A navigation, in whichever browser. */
const visit = (url: URL) => host.handler.fetch(new Request(url))
const send = (event: object) => deliver(host, event, { time: Math.floor(time / 1000) })
const consented = async (intent: Intent, accountId?: string) => send(await added(host, intent.id, accountId))
const confirm = (intent: Intent, token: string, as = anna) =>
  as.intent('POST', `/intents/${intent.id}/return`, { token })
const refusal = async (intent: Intent, token: string, as = anna) =>
  (await as.problem('POST', `/intents/${intent.id}/return`, { token })).code

const accounts = () => host.database.query('select account_id, user_id from connect_accounts')
const removed = () => host.upstream.calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)
/** Another instance looks at once; this one looks in half a minute. */
async function sweep() {
  const other = await host.another()
  return { end: () => other.close() }
}

async function expectNothing(intent: Intent) {
  expect(await accounts()).toEqual([])
  await host.delivered()
  expect(calls).toEqual([])
  expect((await anna.read(intent.id)).step.type).not.toMatch(/linked/)
}

describe('is linked', () => {
  test('by the browser that asked, in either order of webhook and confirmation', async () => {
    const first = await anna.start(google)
    const token = await returnTokenOf(await visit(await addressOf(first)))
    expect((await confirm(first, token)).step.type).toBe('loading')
    await consented(first)
    expect((await anna.read(first.id)).step.type).toBe('linked')

    await host.database.query('truncate connect_accounts cascade')
    const second = await anna.start(google)
    const other = await returnTokenOf(await visit(await addressOf(second)))
    await consented(second)
    expect((await anna.read(second.id)).step.type).toBe('loading')
    expect(await accounts()).toEqual([])
    expect((await confirm(second, other)).step.type).toBe('linked')
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
    await host.delivered()
    expect(calls).toEqual(['linked anna', 'linked anna'])
  })

  test('although the webhook came before the return', async () => {
    const intent = await anna.start(google)
    await consented(intent)
    expect((await anna.read(intent.id)).step.type).toBe('consent')
    const token = await returnTokenOf(await visit(await addressOf(intent)))
    expect((await confirm(intent, token)).step.type).toBe('linked')
  })

  test('although its time was over, if its own browser brings it back', async () => {
    const intent = await anna.start(google)
    time += 16 * 60_000
    expect((await anna.read(intent.id)).step.type).toBe('expired')
    await consented(intent)
    expect((await anna.read(intent.id)).step.type).toBe('expired')
    const token = await returnTokenOf(await visit(await addressOf(intent)))
    expect((await confirm(intent, token)).step.type).toBe('linked')
    await host.delivered()
    expect(calls).toEqual(['linked anna'])
  })
})

describe('is not linked', () => {
  test('by the state alone, a webhook alone or a late webhook', async () => {
    const intent = await anna.start(google)
    await consented(intent)
    await expectNothing(intent)
    time += 16 * 60_000
    expect((await anna.read(intent.id)).step.type).toBe('expired')
    await consented(intent)
    await expectNothing(intent)

    const denied = await anna.start(google)
    await visit(await addressOf(denied, { account_id: null, error_type: 'provider/access_denied' }))
    expect((await anna.read(denied.id)).step.type).toBe('failed')
    await consented(denied, 'acc_2')
    await expectNothing(denied)
    await expect.poll(removed).toContain('/v2/accounts/acc_2')
  })

  test('by a return that was typed before the consent', async () => {
    const intent = await anna.start(google)
    const typed = await returnTokenOf(await visit(await addressOf(intent, { account_id: 'acc_typed' })))
    await confirm(intent, typed)
    // The victim's own return comes second.
    expect((await visit(await addressOf(intent))).status).toBe(400)
    await consented(intent)
    await expectNothing(intent)
    expect((await anna.read(intent.id)).step).toMatchObject({
      type: 'failed',
      error: { code: 'consent_elsewhere' },
    })
    await expect.poll(removed).toEqual(['/v2/accounts/acc_1'])
  })

  test('by a return that was typed after the consent', async () => {
    const intent = await anna.start(google)
    await consented(intent)
    await visit(await addressOf(intent))
    const typed = await visit(await addressOf(intent))
    expect(typed.status).toBe(400)
    expect(await typed.text()).not.toContain('connect_return')
    await expectNothing(intent)
  })

  test('by a victim without a session, or with the session of another user', async () => {
    const intent = await anna.start(google)
    const token = await returnTokenOf(await visit(await addressOf(intent)))
    await consented(intent)
    const nobody = await host.handler.fetch(
      new Request(`${own}/connect/intents/${intent.id}/return`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      }),
    )
    expect((await readProblem(nobody)).code).toBe('session_missing')
    expect(await refusal(intent, token, ben)).toBe('intent_not_found')
    await expectNothing(intent)
  })

  test('by a wrong token, a token of another intent, a token used twice, or too late', async () => {
    const intent = await anna.start(google)
    expect(await refusal(intent, 'x'.repeat(22))).toBe('return_invalid')
    const token = await returnTokenOf(await visit(await addressOf(intent)))
    const other = await anna.start(google)
    expect(await refusal(other, token)).toBe('return_invalid')
    const others = await returnTokenOf(await visit(await addressOf(other)))
    expect(await refusal(intent, others)).toBe('return_invalid')
    await confirm(intent, token)
    expect(await refusal(intent, token)).toBe('return_used')
    time += 5 * 60_000 + 1_000
    await consented(other)
    expect(await refusal(other, others)).toBe('return_expired')
    await expectNothing(other)
  })

  test('by a return that names no account, or lacks the state', async () => {
    for (const query of [{ account_id: null }, { state: null }]) {
      const intent = await anna.start(google)
      const response = await visit(await addressOf(intent, query))
      expect(response.headers.get('location')).not.toContain('connect_return')
      await consented(intent)
      await expectNothing(intent)
      expect((await anna.read(intent.id)).step).toMatchObject({
        type: 'failed',
        error: { code: 'consent_unbound' },
      })
    }
    expect(host.log.join()).toContain('consent.allowUnbound')
  })

  test('by a webhook for another application', async () => {
    const intent = await anna.start(google)
    await confirm(intent, await returnTokenOf(await visit(await addressOf(intent))))
    const foreign = await deliver(host, await added(host, intent.id), { secret: 'another secret, as long' })
    expect(foreign.status).toBe(401)
    await expectNothing(intent)
  })
})

describe('what was consented and never confirmed is removed at Unipile', () => {
  test('if the return was never loaded', async () => {
    const intent = await anna.start(google)
    await consented(intent)
    time += 5 * 60_000 + 1_000
    const other = await sweep()
    await expect.poll(removed).toEqual(['/v2/accounts/acc_1'])
    await other.end()
    expect((await anna.read(intent.id)).step).toMatchObject({
      type: 'failed',
      error: { code: 'consent_unconfirmed' },
    })
    await expectNothing(intent)
  })

  test('if the return came and its webhook was lost', async () => {
    const intent = await anna.start(google)
    await visit(await addressOf(intent))
    time += 5 * 60_000 + 1_000
    host.upstream.script = ({ method }): Reply =>
      method === 'DELETE'
        ? { status: 204, json: null }
        : answers.account('acc_1', {
            provider: 'google',
            created_at: new Date(time - 5 * 60_000).toISOString(),
          })
    const other = await sweep()
    await expect.poll(removed).toEqual(['/v2/accounts/acc_1'])
    await other.end()
    expect((await anna.read(intent.id)).step).toMatchObject({ error: { code: 'consent_unconfirmed' } })
  })

  test('but an account that a return only claims, and Unipile did not make then, stays', async () => {
    const intent = await anna.start(google)
    host.upstream.script = ({ method }): Reply =>
      method === 'DELETE' ? { status: 204, json: null } : answers.account('acc_1', { provider: 'google' })
    await visit(await addressOf(intent))
    time += 5 * 60_000 + 1_000
    const other = await sweep()
    await expect
      .poll(async () => (await anna.read(intent.id)).step)
      .toMatchObject({ error: { code: 'consent_unconfirmed' } })
    await other.end()
    expect(removed()).toEqual([])
  })
})
