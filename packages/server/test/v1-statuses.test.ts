import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHost, type TestHost } from './test-host.ts'

/** API v1's webhooks carry the secret that the host has named. */
const secret = 'a-secret-of-the-header-of-api-v1'

let host: TestHost
/** What Unipile says of the account now. */
let status = 'OK'

beforeAll(async () => {
  host = await startTestHost({ upstreamApi: 'v1', webhookSecret: secret })
})
afterAll(() => host.close())

const account = () => ({
  json: {
    object: 'Account',
    id: 'acc_1',
    type: 'LINKEDIN',
    name: 'Anna',
    connection_params: { im: { id: 'ACo1' } },
    sources: [{ id: 'acc_1_MESSAGING', status }],
  },
})

function deliver(message: string): Promise<Response> {
  const body = JSON.stringify({ AccountStatus: { account_id: 'acc_1', account_type: 'LINKEDIN', message } })
  const headers = { 'unipile-auth': secret, 'content-type': 'application/json' }
  return host.handler.fetch(
    new Request('http://host.test/connect/webhooks/unipile', { method: 'POST', headers, body }),
  )
}

/** Lets another instance compare what is stored with what Unipile lists. */
async function reconcile() {
  const before = listings()
  await host.database.query("update connect_jobs set due_at = '2000-01-01' where name = 'reconcile'")
  await host.another()
  await expect.poll(listings).toBe(before + 1)
}

const listings = () => host.upstream.calls.filter(({ path }) => path.includes('/accounts?')).length
const restarts = () => host.upstream.calls.filter(({ path }) => path.endsWith('/restart')).length

const stored = async () => (await host.database.query('select status from connect_accounts'))[0]?.status

test('a delivery that API v1 repeats late does not change what is true now', async () => {
  host.upstream.script = ({ method }) =>
    method === 'POST' ? { status: 201, json: { object: 'AccountCreated', account_id: 'acc_1' } } : account()
  await host.as('anna').start()
  status = 'CREDENTIALS'
  // Every other answer than 200 makes API v1 repeat it.
  expect((await deliver('CREDENTIALS')).status).toBe(200)
  await expect.poll(stored).toBe('disconnected')
  status = 'OK'
  await deliver('OK')
  await expect.poll(stored).toBe('running')

  await deliver('CREDENTIALS')
  const waiting = () =>
    host.database.query('select id from connect_webhook_events where processed_at is null')
  await expect.poll(waiting).toEqual([])
  expect(await stored()).toBe('running')
})

test('the comparison restarts an account that it finds stopped, once, and stores what is true then', async () => {
  status = 'STOPPED'
  host.upstream.script = ({ method, path }) => {
    if (method === 'POST') return { json: { object: 'AccountFailedToRestart' } }
    return path.includes('?') ? { json: { items: [account().json], cursor: null } } : account()
  }
  await reconcile()
  await expect.poll(stored).toBe('errored')
  expect(restarts()).toBe(1)

  status = 'CREDENTIALS'
  await deliver('CREDENTIALS')
  await expect.poll(stored).toBe('disconnected')
  expect(restarts()).toBe(1)
})

test('a stop that is stored already is not tried again', async () => {
  await host.database.query("update connect_accounts set status = 'errored'")
  status = 'STOPPED'
  await deliver('STOPPED')
  const waiting = () =>
    host.database.query('select id from connect_webhook_events where processed_at is null')
  await expect.poll(waiting).toEqual([])
  expect(await stored()).toBe('errored')
  expect(restarts()).toBe(1)
})
