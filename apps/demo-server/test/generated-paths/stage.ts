import { randomUUID } from 'node:crypto'
import type { ConnectTransport } from '@connect-account/core/protocol'
import { type SandboxPhone, sandboxPhone } from '@connect-account/sandbox/testing'
import { type Host, startHost } from '../every-way/host.ts'

/** What every walk plays on: one host with its sandbox, and a gate that holds its webhooks where a walk wants it. */
export interface Stage {
  readonly host: Host
  readonly phone: SandboxPhone
  readonly webhooks: Gate
  /** A user of the host product whom nobody else is. */
  newUser(): string
  close(): Promise<void>
}

/** The time after which every intent has expired, in milliseconds. */
const LONGER_THAN_AN_INTENT = 16 * 60_000

class Gate {
  #opened = Promise.withResolvers<void>()

  constructor() {
    this.open()
  }

  pass(): Promise<void> {
    return this.#opened.promise
  }

  open(): void {
    this.#opened.resolve()
  }

  shut(): void {
    this.#opened = Promise.withResolvers()
  }
}

export async function openStage(): Promise<Stage> {
  const webhooks = new Gate()
  const host = await startHost({
    // Messages can be sent again at once, and nothing that is held runs out of time.
    timings: { resendSeconds: 0, pollEveryMs: 60, mailLookupMs: 200, upstreamTimeoutMs: 20_000 },
    sandboxTimings: { resendSeconds: 0, rateLimitSeconds: 3600, webhookTimeoutMs: 60_000 },
    beforeRequest: (request) =>
      new URL(request.url).pathname.includes('/webhooks/') ? webhooks.pass() : undefined,
  })
  let users = 0
  return {
    host,
    phone: sandboxPhone(host.sandboxUrl),
    webhooks,
    newUser: () => `walker${++users}-${randomUUID().slice(0, 8)}`,
    close() {
      webhooks.open()
      return host.close()
    },
  }
}

/** Lets the intent's time run out. No other intent may be under way. */
export async function expire({ host }: Stage, client: ConnectTransport, intentId: string): Promise<void> {
  host.advance(LONGER_THAN_AN_INTENT)
  try {
    await client.getIntent(intentId)
  } finally {
    host.advance(-LONGER_THAN_AN_INTENT)
  }
}
