import type { Timings } from '../src/index.ts'

export const sessionSecret = 'a secret for tests of thirty-two characters'
export const webhookSecret = 'a webhook secret'
export const apiKey = 'key-that-nobody-may-see'

/** Timings that let a test see minutes in milliseconds. */
export const quick: Partial<Timings> = {
  upstreamTimeoutMs: 1_000,
  waitTimeoutMs: 2_000,
  pollEveryMs: 30,
  backoffMaxMs: 60,
  leaseMs: 300,
  heartbeatMs: 50,
  closeGraceMs: 500,
}

export function linkedin(username = 'anna@example.com', password = 'pass-word-1') {
  return { provider: 'linkedin', method: 'credentials', credentials: { username, password } }
}

export const whatsapp = { provider: 'whatsapp', method: 'qr' }
