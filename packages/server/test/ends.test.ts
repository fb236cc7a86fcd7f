import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkedin } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { checkpointId, startTestHost, type TestHost } from './test-host.ts'

let host: TestHost
let time = Date.now()

beforeAll(async () => {
  host = await startTestHost({ now: () => time })
})
afterAll(() => host.close())
beforeEach(async () => {
  time = Date.now()
  await host.reset()
})

async function link(userId: string, accountId: string) {
  host.upstream.script = () => answers.account(accountId)
  const { step } = await host.as(userId).start()
  if (step.type !== 'linked') throw new Error(`Not linked: ${step.type}`)
  return step.account
}

const alreadyExists = (accountId: string) => answers.error(403, 'api/already_exists', { detail: accountId })

describe('a duplicate', () => {
  test("names the user's own account", async () => {
    const account = await link('anna', 'acc_1')
    host.upstream.script = () => alreadyExists('acc_1')
    expect((await host.as('anna').start()).step).toEqual({ type: 'duplicate', account })
  })

  test.each(['acc_1', 'acc_unknown'])("reveals nothing of someone else's (%s)", async (accountId) => {
    await link('ben', 'acc_1')
    host.upstream.script = () => alreadyExists(accountId)
    expect((await host.as('anna').start()).step).toEqual({ type: 'duplicate' })
  })

  test.each(['v2', 'v1'] as const)(
    'that no user here has is linked, because its owner has signed in (API %s)',
    async (upstreamApi) => {
      const handler = await host.another({ upstreamApi })
      const account = {
        v2: answers.account('acc_lost', { name: 'Anna Lost' }),
        v1: { json: { object: 'Account', id: 'acc_lost', type: 'LINKEDIN', name: 'Anna Lost' } },
      }[upstreamApi]
      const refusal = {
        v2: alreadyExists('acc_lost'),
        v1: answers.error(403, 'errors/already_exists', { detail: 'acc_lost' }),
      }[upstreamApi]
      host.upstream.script = ({ method }) => (method === 'GET' ? account : refusal)
      const anna = host.as('anna', { on: handler })
      expect((await anna.start()).step).toMatchObject({ type: 'linked', account: { name: 'Anna Lost' } })
      // Another user who signs in to it later gets it from nobody.
      expect((await host.as('ben', { on: handler }).start()).step).toEqual({ type: 'duplicate' })
      const rows = await host.database.query('select user_id from connect_accounts')
      expect(rows).toEqual([{ user_id: 'anna' }])
      expect(host.upstream.calls.some(({ method }) => method === 'DELETE')).toBe(false)
    },
  )

  test('is the outcome for an account that another user has, regardless of what Unipile returns', async () => {
    await link('ben', 'acc_1')
    host.upstream.script = () => answers.account('acc_1')
    expect((await host.as('anna').start()).step).toEqual({ type: 'duplicate' })
    const rows = await host.database.query('select user_id from connect_accounts')
    expect(rows).toEqual([{ user_id: 'ben' }])
  })
})

test.each(['api/account_restricted', 'api/restricted_account'])('%s ends as restricted', async (type) => {
  const detail = 'Free trial abuse (provider user id: ACoAA-42)'
  host.upstream.script = () => answers.error(403, type, { detail })
  expect((await host.as('anna').start()).step).toEqual({
    type: 'restricted',
    reason: detail,
    providerUserId: 'ACoAA-42',
  })
})

test.each<{ what: string; reply: Reply; step: object }>([
  {
    what: 'another identity',
    reply: answers.error(401, 'provider/account_mismatch'),
    step: { type: 'mismatch' },
  },
  {
    what: 'an intent that no longer exists',
    reply: answers.error(404, 'api/resource_not_found'),
    step: { type: 'expired' },
  },
  {
    what: 'credentials that are refused late',
    reply: answers.error(401, 'provider/invalid_credentials'),
    step: { type: 'failed', error: { code: 'invalid_credentials' }, retryable: true },
  },
])('$what ends a checkpoint', async ({ reply, step }) => {
  host.upstream.script = ({ path }) => (path === '/v2/auth/intent' ? answers.checkpoint('OTP') : reply)
  const anna = host.as('anna')
  const ended = await anna.solve(await anna.start(), '1')
  expect(ended.step).toMatchObject(step)
})

describe('a reconnection', () => {
  test('is the same account, running again', async () => {
    const account = await link('anna', 'acc_1')
    await host.database.query("update connect_accounts set status = 'disconnected'")
    host.upstream.script = () => answers.account('acc_1', { name: 'Anna New' })
    const relinked = await host.as('anna').start({ ...linkedin(), accountId: account.id })
    expect(relinked).toMatchObject({
      mode: 'relink',
      step: { type: 'relinked', account: { id: account.id, status: 'running', name: 'Anna New' } },
    })
    expect(host.upstream.calls.at(-1)?.body).toMatchObject({ account_id: 'acc_1' })
  })

  test('with another account is a mismatch, and links nothing', async () => {
    const account = await link('anna', 'acc_1')
    host.upstream.script = () => answers.account('acc_2')
    const intent = await host.as('anna').start({ ...linkedin(), accountId: account.id })
    expect(intent.step).toEqual({ type: 'mismatch' })
    expect(await host.database.query('select account_id from connect_accounts')).toEqual([
      { account_id: 'acc_1' },
    ])
  })

  test("is not for someone else's account, nor for another provider's", async () => {
    const account = await link('ben', 'acc_1')
    const start = { ...linkedin(), accountId: account.id }
    expect((await host.as('anna').problem('POST', '/intents', start)).code).toBe('account_not_found')
    const whatsapp = { provider: 'whatsapp', method: 'qr', accountId: account.id }
    expect(await host.as('ben').problem('POST', '/intents', whatsapp)).toMatchObject({
      code: 'invalid_request',
      fields: [{ name: 'accountId' }],
    })
  })
})

test('an intent expires on time, at the latest when it is read', async () => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const anna = host.as('anna')
  const posed = await anna.start()
  expect(Date.parse(posed.expiresAt) - Date.parse(posed.createdAt)).toBe(15 * 60_000)
  time += 15 * 60_000 - 1
  expect((await anna.read(posed.id)).step.type).toBe('otp')
  time += 1
  const answer = { checkpoint: checkpointId(posed.step), answer: '1' }
  expect((await anna.problem('POST', `/intents/${posed.id}/solve`, answer)).code).toBe('intent_ended')
  expect((await anna.read(posed.id)).step).toEqual({ type: 'expired' })
  expect(host.upstream.calls).toHaveLength(1)
})
