import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { WireClient } from './wire-client.ts'

const person = (name: string) => ({
  provider: 'LINKEDIN',
  username: `${name}@sandbox.test`,
  password: 'right',
})

interface ReceivedRequest {
  readonly body: unknown
  readonly headers: Record<string, unknown>
}

/** Records what it receives. */
async function listener(): Promise<{ url: string; received: ReceivedRequest[] }> {
  const received: ReceivedRequest[] = []
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString()
    received.push({ body: JSON.parse(text), headers: request.headers })
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

it('refuses in the format of API v1', async () => {
  const client = await WireClient.start()
  const wrong = await client.call('POST', '/api/v1/accounts', { ...person('plain.anna'), password: 'wrong' })
  expect(wrong.status).toBe(401)
  expect(wrong.body).toMatchObject({
    type: 'errors/invalid_credentials',
    instance: '/api/v1/accounts',
    status: 401,
  })
  const unkeyed = await client.fetch('/api/v1/accounts', { headers: { 'x-api-key': 'another' } })
  expect(unkeyed.status).toBe(401)
  expect(await unkeyed.json()).toMatchObject({ type: 'errors/missing_credentials' })
})

it('resends after a delay, and by the other channel on request', async () => {
  const client = await WireClient.start()
  const asked = await client.call('POST', '/api/v1/accounts', person('otp.anna'))
  expect(asked.status).toBe(202)
  const about = { provider: 'LINKEDIN', account_id: String(Reflect.get(asked.body, 'account_id')) }
  const resend = () => client.call('POST', '/api/v1/accounts/checkpoint/resend', about)
  expect(await resend()).toMatchObject({ status: 422, body: { type: 'errors/cannot_resend_yet' } })
  client.passSeconds(31)
  expect(await resend()).toMatchObject({ status: 200, body: { object: 'CheckpointResend', success: true } })
  const solve = (code: string) => client.call('POST', '/api/v1/accounts/checkpoint', { ...about, code })
  expect((await solve('')).status).toBe(400)
  expect((await client.phone('otp.anna')).messages[0]?.channel).toBe('EMAIL')
  expect((await solve('TRY_ANOTHER_WAY')).body.checkpoint).toMatchObject({ type: 'OTP' })
  expect((await client.phone('otp.anna')).messages[0]?.channel).toBe('SMS')
  expect(await solve(await client.newestCode('otp.anna'))).toMatchObject({
    status: 201,
    body: { object: 'AccountCreated' },
  })
})

it('reports account statuses with the given headers, unsigned', async () => {
  const client = await WireClient.start()
  const { url, received } = await listener()
  const made = await client.call('POST', '/api/v1/webhooks', {
    source: 'account_status',
    request_url: url,
    headers: [{ key: 'Unipile-Auth', value: 'a-secret' }],
  })
  expect(made).toMatchObject({ status: 201, body: { object: 'WebhookCreated' } })
  const linked = await client.call('POST', '/api/v1/accounts', person('plain.anna'))
  const account_id = String(Reflect.get(linked.body, 'account_id'))
  await client.call('POST', `/phone/accounts/${account_id}`, { status: 'disconnected' })
  await expect
    .poll(() => received.map(({ body }) => body))
    .toEqual(
      expect.arrayContaining([
        { AccountStatus: { account_id, account_type: 'LINKEDIN', message: 'CREATION_SUCCESS' } },
        { AccountStatus: { account_id, account_type: 'LINKEDIN', message: 'CREDENTIALS' } },
      ]),
    )
  expect(received[0]?.headers).toMatchObject({ 'unipile-auth': 'a-secret' })
  expect(received[0]?.headers).not.toHaveProperty('unipile-signature')
})

it.each([
  ['plain.anna', 'https://app.example/done', { status: 'CREATION_SUCCESS', name: 'user-1' }],
  ['restricted.eve', 'https://app.example/failed', undefined],
])('its wizard sends %s to %s and notifies notify_url', async (as, goesTo, received) => {
  const client = await WireClient.start()
  const notified = await listener()
  const response = await client.fetch('/api/v1/hosted/accounts/link', {
    method: 'POST',
    body: JSON.stringify({
      type: 'create',
      providers: ['OUTLOOK'],
      api_url: client.sandbox.url,
      expiresOn: '2026-01-15T10:00:00.000Z',
      name: 'user-1',
      notify_url: notified.url,
      success_redirect_url: 'https://app.example/done',
      failure_redirect_url: 'https://app.example/failed',
    }),
  })
  const body: unknown = await response.json()
  const address = /"url":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? ''
  const left = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ provider: 'outlook', as }),
  })
  expect(left.headers.get('location')).toBe(goesTo)
  expect(notified.received.map((each) => each.body)).toEqual(
    received ? [{ ...received, account_id: expect.any(String) }] : [],
  )
})

it.each([
  ['stopped', 'STOPPED', 'AccountRestarted', 'OK'],
  ['of the provider', 'ERROR', 'AccountFailedToRestart', 'ERROR'],
])('restarts an account that is %s: %s, %s, %s', async (reason, before, object, after) => {
  const client = await WireClient.start()
  const linked = await client.call('POST', '/api/v1/accounts', person('plain.anna'))
  const path = `/api/v1/accounts/${String(Reflect.get(linked.body, 'account_id'))}`
  await client.call('POST', path.replace('/api/v1', '/phone'), { status: 'errored', reason })
  const sources = async () => (await client.call('GET', path)).body.sources
  expect(await sources()).toMatchObject([{ status: before }])
  expect(await client.call('POST', `${path}/restart`)).toMatchObject({ status: 200, body: { object } })
  expect(await sources()).toMatchObject([{ status: after }])
})
