import { createHmac } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { type Received, receiveEvents } from './event-receiver.ts'
import { WireClient } from './wire-client.ts'

const secret = 'webhook-secret'
const types = (received: Received[]) => received.map(({ event }) => event.type)

it('reports links, reconnects, statuses and removals, signed, with the state', async () => {
  const { url, received } = await receiveEvents()
  const client = await WireClient.start({ webhook: { url, secret }, timings: { syncMs: 0 } })
  const { body } = await client.signIn('plain.anna', { state: 'state-1' })
  await expect.poll(() => types(received)).toContain('account.initial_sync.completed')
  await client.call('POST', `/phone/accounts/${body.id}`, { status: 'disconnected', reason: 'logged out' })
  await client.signIn('plain.anna', { state: 'state-2', account_id: body.id })
  await client.call('DELETE', `/v2/accounts/${body.id}`)
  await expect.poll(() => received).toHaveLength(7)

  const payloadOf = (type: string) => received.find(({ event }) => event.type === type)?.event.payload
  expect(types(received).toSorted()).toEqual([
    'account.add',
    'account.initial_sync.completed',
    'account.initial_sync.running',
    'account.reconnect',
    'account.remove',
    'account.status.disconnected',
    'account.status.running',
  ])
  expect(payloadOf('account.add')).toMatchObject({ state: 'state-1' })
  expect(payloadOf('account.reconnect')).toMatchObject({ state: 'state-2' })
  expect(payloadOf('account.status.disconnected')).toEqual({
    timestamp: '2026-01-15T09:30:00.000Z',
    reason: 'logged out',
  })
  for (const { raw, signature, event } of received) {
    expect(event).toMatchObject({ account_id: body.id, created_at: '2026-01-15T09:30:00.000Z' })
    const t = client.clock.now / 1000
    expect(signature).toBe(`t=${t},v0=${createHmac('sha256', secret).update(`${t}.${raw}`).digest('hex')}`)
  }
})

it('starts an initial sync again, or lets it fail, from the phone', async () => {
  const { url, received } = await receiveEvents()
  const client = await WireClient.start({ webhook: { url, secret }, timings: { syncMs: 60_000 } })
  const { body } = await client.signIn('plain.anna')
  const statusNow = async () => {
    const account = await client.call('GET', `/v2/accounts/${body.id}`)
    return Reflect.get(account.body, 'initial_sync')
  }
  await client.call('POST', `/phone/accounts/${body.id}/sync`, { status: 'failed' })
  expect(await statusNow()).toMatchObject({ status: 'failed' })
  client.passSeconds(5)
  await client.call('POST', `/phone/accounts/${body.id}/sync`, { status: 'running' })
  expect(await statusNow()).toEqual({ status: 'running', started_at: '2026-01-15T09:30:05.000Z' })
  await expect.poll(() => types(received)).toContain('account.initial_sync.failed')
  expect((await client.call('POST', `/phone/accounts/acc_none/sync`, { status: 'failed' })).status).toBe(404)
})

it('retries a delivery as the same event, and logs each attempt', async () => {
  const { url, received } = await receiveEvents(500, 503)
  const client = await WireClient.start({
    now: Date.now,
    timings: { webhookRetriesMs: [5, 5, 5], syncMs: 60_000 },
  })
  const { body: endpoint } = await client.call('POST', '/v2/webhooks/endpoints', {
    url,
    trigger_events: ['account.add'],
  })
  await client.signIn('plain.anna')
  await expect.poll(() => received).toHaveLength(3)
  expect(new Set(received.map(({ event }) => event.id)).size).toBe(1)
  await vi.waitFor(async () => {
    const log = `/v2/webhooks/conversations/?endpoint_id=${endpoint.id}`
    const { body } = await client.call('GET', log)
    expect(body).toMatchObject({
      data: [
        { event_type: 'account.add', http_status: 200, first_attempt: false, endpoint_url: url },
        { http_status: 503, first_attempt: false },
        { http_status: 500, first_attempt: true, response_body: 'noted' },
      ],
      has_more: false,
    })
  }, 20_000)
})

it.each([
  ['doubled', 'account.add,account.add'],
  ['lost', ''],
] as const)('delivery can be %s', async (mode, expected) => {
  const { url, received } = await receiveEvents()
  const client = await WireClient.start({ timings: { syncMs: 60_000 } })
  await client.call('POST', '/v2/webhooks/endpoints', {
    url,
    trigger_events: ['account.add', 'account.remove'],
  })
  await client.call('POST', '/phone/webhooks', { mode })
  const { body } = await client.signIn('plain.anna')
  await client.call('POST', '/phone/webhooks', { mode: 'normal' })
  await client.call('DELETE', `/v2/accounts/${body.id}`)
  await expect
    .poll(() => types(received).toSorted().join())
    .toBe([expected, 'account.remove'].filter(Boolean).join())
})

it('delivery can be reordered: a later event overtakes an earlier one', async () => {
  const { url, received } = await receiveEvents()
  const client = await WireClient.start({ now: Date.now, timings: { syncMs: 60_000, reorderMs: 700 } })
  await client.call('POST', '/v2/webhooks/endpoints', {
    url,
    trigger_events: ['account.add', 'account.remove'],
  })
  await client.call('POST', '/phone/webhooks', { mode: 'reordered' })
  const { body } = await client.signIn('plain.anna')
  await client.call('DELETE', `/v2/accounts/${body.id}`)
  await expect.poll(() => types(received)).toEqual(['account.remove', 'account.add'])
})

const url = 'https://example.com/hooks'
const refused = { status: 400, body: { type: 'api/invalid_parameters' } }

it.each([
  ['newest', ['account.status.partial', 'account.locked'], ['nonsense', 'account.status.paused']],
  ['older', ['account.status.paused'], ['account.status.partial', 'account.unlocked', 'nonsense']],
] as const)('an API with the %s list of events refuses others', async (eventList, known, unknown) => {
  const client = await WireClient.start({ eventList })
  const ask = (type: string) =>
    client.call('POST', '/v2/webhooks/endpoints', { url, trigger_events: ['account.add', type] })
  for (const type of known) expect((await ask(type)).status).toBe(200)
  for (const type of unknown) expect(await ask(type)).toMatchObject(refused)
})

it('a new endpoint cannot be disabled, and its log must be asked for by its id', async () => {
  const client = await WireClient.start()
  const create = (more: object) => client.call('POST', '/v2/webhooks/endpoints', { url, ...more })
  expect(await create({ enabled: false })).toMatchObject(refused)
  const { body } = await client.signIn('plain.anna')
  const created = await create({ account_ids: [body.id, 'acc_gone'] })
  expect(created.body).toMatchObject({
    id: expect.stringMatching(/^we_/),
    account_targets: [
      { object: 'WebhookEndpointAccountTarget', id: body.id, account_name: 'Anna Sandbox', status: 'active' },
      { id: 'acc_gone', account_name: null, status: 'deleted' },
    ],
  })
  const log = (query: string) => client.call('GET', `/v2/webhooks/conversations/${query}`)
  expect(await log('')).toMatchObject(refused)
  expect(await log(`?endpoint_id=${created.body.id}`)).toMatchObject({ status: 200, body: { data: [] } })
  expect((await log('?endpoint_id=we_none')).status).toBe(404)
})

it('reports a product that needs its owner, and a lock', async () => {
  const { url, received } = await receiveEvents()
  const client = await WireClient.start({ webhook: { url, secret }, timings: { syncMs: 60_000 } })
  const { body } = await client.signIn('plain.anna', { config: { products: ['classic', 'recruiter'] } })
  const set = (path: string, change: object) =>
    client.call('POST', `/phone/accounts/${body.id}${path}`, change)
  await set('', { status: 'partial', product: 'recruiter', reason: 'session' })
  expect((await client.call('GET', `/v2/accounts/${body.id}`)).body).toMatchObject({
    status: 'partial',
    is_locked: false,
    metadata: { products_connection_status: { classic: 'running', recruiter: 'disconnected' } },
  })
  await set('/lock', { locked: true })
  expect((await client.call('GET', `/v2/accounts/${body.id}`)).body).toMatchObject({ is_locked: true })
  await expect.poll(() => types(received)).toContain('account.locked')
  expect(received.find(({ event }) => event.type === 'account.status.partial')?.event.payload).toMatchObject({
    product: 'recruiter',
    reason: 'session',
  })
})

it('manages endpoints: create, read, change, disable, remove', async () => {
  const client = await WireClient.start()
  const created = await client.call('POST', '/v2/webhooks/endpoints', { url: 'https://example.com/hooks' })
  expect(created.body).toMatchObject({ url: 'https://example.com/hooks', enabled: true, trigger_events: [] })
  expect(String(created.body.secret).length).toBeLessThanOrEqual(36)
  const path = `/v2/webhooks/endpoints/${created.body.id}`
  await client.call('PATCH', path, { enabled: false, trigger_events: ['account.add'] })
  expect((await client.call('GET', path)).body).toMatchObject({
    enabled: false,
    trigger_events: ['account.add'],
  })
  expect((await client.call('GET', '/v2/webhooks/endpoints/')).body).toMatchObject({
    data: [{ enabled: false }],
  })
  expect((await client.call('DELETE', path)).body).toMatchObject({ success: true })
  expect((await client.call('GET', path)).status).toBe(404)
})
