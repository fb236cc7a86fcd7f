import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectCallbacks } from '../src/index.ts'
import { returnTokenOf } from './consent-return.ts'
import { linkedin } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { type Browser, startTestHost, type TestHost } from './test-host.ts'
import { added, deliver } from './webhook-delivery.ts'

/** What Unipile has linked and no user may have is removed there. */

let host: TestHost
let anna: Browser
const calls: string[] = []
const on: Partial<ConnectCallbacks> = {
  accountLinked: ({ unipileAccountId }) => void calls.push(`linked ${unipileAccountId}`),
  accountRelinked: ({ unipileAccountId }) => void calls.push(`relinked ${unipileAccountId}`),
}

beforeAll(async () => {
  host = await startTestHost({ on, publicUrl: 'https://host.example' })
  anna = host.as('anna')
})
afterAll(() => host.close())
beforeEach(async () => {
  await host.delivered()
  await host.reset()
  calls.length = 0
  respond('acc_1')
})

/** A start is answered with this account. */
function respond(accountId: string) {
  host.upstream.script = ({ method, path }): Reply => {
    if (method === 'DELETE') return { status: 204, json: null }
    return answers.account(method === 'GET' ? (path.split('/').at(-1) ?? '') : accountId)
  }
}

const accounts = () => host.database.query('select account_id, user_id from connect_accounts')
const removed = () => host.upstream.calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)

async function linked(): Promise<string> {
  const { step } = await anna.start()
  if (step.type !== 'linked') throw new Error(`It is ${step.type}.`)
  await host.delivered()
  calls.length = 0
  return step.account.id
}

describe('another account than the one to reconnect', () => {
  test('is removed, in the response to our own call', async () => {
    const accountId = await linked()
    respond('acc_stranger')
    expect((await anna.start({ ...linkedin(), accountId })).step).toEqual({ type: 'mismatch' })
    await expect.poll(removed).toEqual(['/v2/accounts/acc_stranger'])
    expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
  })

  test.each(['failed', 'expired', 'open'])(
    'is neither linked nor kept if a webhook names it: %s',
    async (state) => {
      const accountId = await linked()
      host.upstream.script = () => answers.checkpoint('OTP', {}, 'acc_1')
      const { id } = await anna.start({ ...linkedin(), accountId })
      const step =
        state === 'failed'
          ? '{"type":"failed","error":{"code":"upstream_timeout"},"retryable":true}'
          : '{"type":"expired"}'
      if (state !== 'open') {
        await host.database.query(
          `update connect_intents set step = '${step}', ended_at = now() where id = '${id}'`,
        )
      }
      respond('acc_1')
      await deliver(host, await added(host, id, 'acc_stranger'))
      await expect.poll(removed).toEqual(['/v2/accounts/acc_stranger'])
      expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
      await host.delivered()
      expect(calls).toEqual([])
    },
  )

  test('is removed if the account to reconnect is gone, and nothing is linked in its place', async () => {
    const accountId = await linked()
    host.upstream.script = () => answers.checkpoint('OTP', {}, 'acc_1')
    const { id } = await anna.start({ ...linkedin(), accountId })
    await host.database.query('delete from connect_accounts')
    respond('acc_1')
    await deliver(host, await added(host, id, 'acc_stranger'))
    expect((await anna.read(id)).step).toMatchObject({ type: 'failed', error: { code: 'account_not_found' } })
    await expect.poll(removed).toEqual(['/v2/accounts/acc_stranger'])
    expect(await accounts()).toEqual([])
  })
})

test('a second account for an intent that has linked one is removed', async () => {
  await linked()
  const [row] = await host.database.query('select id from connect_intents')
  await deliver(host, await added(host, String(row?.id), 'acc_2'))
  await expect.poll(removed).toEqual(['/v2/accounts/acc_2'])
  await deliver(host, await added(host, String(row?.id), 'acc_1'))
  expect(removed()).toEqual(['/v2/accounts/acc_2'])
  expect(await accounts()).toEqual([{ account_id: 'acc_1', user_id: 'anna' }])
})

test('a consent that its webhook reported is removed when its user cancels', async () => {
  host.upstream.script = () => ({ json: { object: 'OauthUrl', url: 'https://consent.example/authorize' } })
  const { id } = await anna.start({ provider: 'google', method: 'consent' })
  respond('acc_1')
  await deliver(host, await added(host, id, 'acc_new'))
  expect(removed()).toEqual([])
  await anna.intent('DELETE', `/intents/${id}`)
  await expect.poll(removed).toEqual(['/v2/accounts/acc_new'])
})

test('a confirmed consent whose webhook is lost is removed when its user cancels', async () => {
  host.upstream.script = ({ method, path }): Reply => {
    if (method === 'DELETE') return { status: 204, json: null }
    const account = { provider: 'google', created_at: new Date().toISOString() }
    return method === 'GET'
      ? answers.account(path.split('/').at(-1) ?? '', account)
      : { json: { object: 'OauthUrl', url: 'https://consent.example/authorize' } }
  }
  const { id } = await anna.start({ provider: 'google', method: 'consent' })
  const { state, oauth_callback_redirect_uri } = host.upstream.calls.at(-1)?.body ?? {}
  const back = `${String(oauth_callback_redirect_uri)}&account_id=acc_new&state=${String(state)}`
  const token = await returnTokenOf(await host.handler.fetch(new Request(back)))
  await anna.intent('POST', `/intents/${id}/return`, { token })
  await anna.intent('DELETE', `/intents/${id}`)
  expect(removed()).toEqual([])
  const other = await host.another({ timings: { returnMinutes: 0 } })
  await expect.poll(removed).toEqual(['/v2/accounts/acc_new'])
  await other.close()
  expect((await anna.read(id)).step.type).toBe('canceled')
})

test('the reason of a restriction has a length limit', async () => {
  host.upstream.script = () => answers.error(403, 'api/account_restricted', { detail: 'x'.repeat(10_000) })
  const { step } = await anna.start()
  expect(step).toMatchObject({ type: 'restricted', reason: 'x'.repeat(512) })
})
