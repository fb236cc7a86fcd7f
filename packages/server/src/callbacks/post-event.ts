import { createHmac } from 'node:crypto'
import { fetch } from 'undici'
import type { ClaimedHostEvent } from '../store/outbox-store.ts'
import { DeliveryError } from './delivery-error.ts'
import type { ReadEventSettings } from './event-settings.ts'

const TIMEOUT_MS = 15_000

export interface PostContext extends ReadEventSettings {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly timeoutMs?: number
}

/**
 * Posts the event to the host. Any 2xx is a receipt, whatever its body; 410 says that nobody wants it. Redirects are
 * not followed.
 * @throws DeliveryError otherwise.
 */
export async function postEvent(
  { url, keys, now, timeoutMs = TIMEOUT_MS }: PostContext,
  { id, createdAt, event }: ClaimedHostEvent,
): Promise<void> {
  const body = JSON.stringify({ type: event.type, timestamp: createdAt.toISOString(), data: event.data })
  const time = Math.floor(now() / 1000)
  const status = await send(url, timeoutMs, body, {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(time),
    'webhook-signature': keys.map((key) => `v1,${sign(key, `${id}.${time}.${body}`)}`).join(' '),
  })
  if (status >= 200 && status < 300) return
  throw new DeliveryError(`http_${status}`, { isFinal: status === 410 })
}

async function send(url: URL, timeoutMs: number, body: string, headers: Record<string, string>) {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    await response.body?.cancel()
    return response.status
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw new DeliveryError(isLate ? 'timeout' : 'unreachable', { cause: error })
  }
}

function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64')
}
