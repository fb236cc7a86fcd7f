import type { Timings } from '@connect-account/server'

/** What every process of a run agrees on. */

export const apiKey = 'chaos-api-key'
export const webhookSecret = 'chaos-webhook-secret'
export const sessionSecret = 'a-session-secret-of-at-least-32-characters'

/** Where an instance mints a session token for `?user=`: the host product's own route. */
export const sessionPath = '/session'

/** Minutes in seconds: a run sees intents expire, leases lapse and reconciliations come round. */
export const timings: Partial<Timings> = {
  intentMinutes: 0.3,
  upstreamTimeoutMs: 2_000,
  waitTimeoutMs: 4_000,
  pollEveryMs: 200,
  backoffMaxMs: 1_000,
  leaseMs: 2_000,
  heartbeatMs: 1_000,
  webhookRetryMs: 200,
  reconcileMinutes: 1 / 6,
  closeGraceMs: 1_000,
}

/** Pauses between two tries to deliver an event, in milliseconds: so many that only a swallowed one is lost for good. */
export const webhookRetriesMs: readonly number[] = [100, 200, 400, ...Array<number>(60).fill(1_000)]
