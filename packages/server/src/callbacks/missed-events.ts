import { ConnectError } from '@connect-account/core/errors'
import type { MissedEvent, OutboxStore } from '../store/outbox-store.ts'

export interface MissedQuery {
  /** 1 to 500. Default: 100. */
  readonly limit?: number
  /** The previous page's `next`. */
  readonly after?: string
}

/** A page of events that were given up, the oldest first. */
export interface MissedEventList {
  readonly events: readonly MissedEvent[]
  /** Set if there are more. */
  readonly next?: string
}

const MAX_LIMIT = 500
const DEFAULT_LIMIT = 100

/** @throws ConnectError `invalid_request` for an `after` that no page returned. */
export async function listMissed(
  outbox: Pick<OutboxStore, 'listMissed'>,
  { limit = DEFAULT_LIMIT, after }: MissedQuery,
): Promise<MissedEventList> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), MAX_LIMIT)
  const found = await outbox.listMissed(after === undefined ? 0 : readPlace(after), size + 1)
  const events = found.slice(0, size)
  const last = events.at(-1)
  return { events, ...(last && found.length > size ? { next: String(last.sequence) } : {}) }
}

function readPlace(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new ConnectError('invalid_request', { fields: [{ name: 'after', code: 'invalid' }] })
}
