import { createHmac } from 'node:crypto'
import { expect, vi } from 'vitest'
import type { ConnectHandler } from '../src/index.ts'
import { webhookSecret } from './fixtures.ts'
import type { TestHost } from './test-host.ts'

export interface Delivery {
  readonly secret?: string
  readonly time?: number
  readonly signature?: string
  readonly on?: ConnectHandler
  /** Whether to continue only when the event was applied. Default: true. */
  readonly applied?: boolean
}

let events = 0

/**
 * Delivers an event as Unipile does, signed unless `delivery` says otherwise, with a new id unless it has
 * one. Resolves when the event was applied.
 */
export async function deliver(host: TestHost, event: object, delivery: Delivery = {}): Promise<Response> {
  const sent = { id: `evt_${++events}`, created_at: new Date().toISOString(), ...event }
  const body = JSON.stringify(sent)
  const time = delivery.time ?? Math.floor(Date.now() / 1000)
  const hmac = createHmac('sha256', delivery.secret ?? webhookSecret)
    .update(`${time}.${body}`)
    .digest('hex')
  const request = new Request('http://host.test/connect/webhooks/unipile', {
    method: 'POST',
    headers: { 'unipile-signature': delivery.signature ?? `t=${time},v0=${hmac}` },
    body,
  })
  const response = await (delivery.on ?? host.handler).fetch(request)
  if (response.ok && delivery.applied !== false) await vi.waitFor(() => expectApplied(host, sent.id), 20_000)
  return response
}

async function expectApplied(host: TestHost, id: string): Promise<void> {
  const rows = await host.database.query(
    `select failure from connect_webhook_events where id = '${id}' and processed_at is not null`,
  )
  expect(rows).toEqual([{ failure: null }])
}

/** The `state` of the intent at Unipile. */
export async function stateOf(host: TestHost, id: string): Promise<string> {
  const [row] = await host.database.query(`select state from connect_intents where id = '${id}'`)
  return String(row?.state)
}

/** The event of an account that was linked by this intent. */
export async function added(host: TestHost, id: string, accountId = 'acc_1') {
  return { type: 'account.add', account_id: accountId, payload: { state: await stateOf(host, id) } }
}
