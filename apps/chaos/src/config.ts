import type { Timings } from '@connect-account/server'

/** What every process of a run shares. */

export const apiKey = 'chaos-api-key'
export const webhookSecret = 'chaos-webhook-secret'
export const eventSecret = `whsec_${Buffer.from('thirty-two bytes of a chaos secret').toString('base64')}`
export const sessionSecret = 'a-session-secret-of-at-least-32-characters'

/** The host's own route that mints a session token for `?user=`. */
export const sessionPath = '/session'

/** Minutes become seconds, so that intents expire, leases lapse and reconciliations run during a run. */
export const timings: Partial<Timings> = {
  intentMinutes: 0.3,
  returnMinutes: 0.2,
  upstreamTimeoutMs: 2_000,
  waitTimeoutMs: 4_000,
  pollEveryMs: 200,
  backoffMaxMs: 1_000,
  leaseMs: 2_000,
  heartbeatMs: 1_000,
  webhookRetryMs: 200,
  eventRetryMs: 200,
  reconcileMinutes: 1 / 6,
  closeGraceMs: 1_000,
}

/** Delays between delivery attempts, in milliseconds: enough attempts that only a dropped event is lost. */
export const webhookRetriesMs: readonly number[] = [100, 200, 400, ...Array<number>(60).fill(1_000)]
