import { forward, type Incoming, type Relay, startRelay } from '@connect-account/chaos/src/relay.ts'

const TIMEOUT_MS = 10_000

/** Stands between the sandbox's webhooks and the handler. */
export interface WebhookRelay extends Relay {
  /** Keeps what arrives from now on; the sandbox believes that it was delivered. */
  hold(): void
  /** Delivers what was kept, `times` times each, and everything that arrives from now on at once. */
  release(times?: number): Promise<void>
  /** How many events were kept. */
  kept(): number
  /** Whether an event with this text was delivered. */
  hasDelivered(text: string): boolean
}

export async function startWebhookRelay(target: string): Promise<WebhookRelay> {
  let isHolding = false
  const kept: Incoming[] = []
  const delivered: string[] = []

  async function deliver(incoming: Incoming): Promise<number> {
    const response = await forward(target, incoming, AbortSignal.timeout(TIMEOUT_MS))
    response.resume()
    delivered.push(incoming.body.toString())
    return response.statusCode ?? 502
  }

  const relay = await startRelay(async (incoming, response) => {
    if (isHolding) kept.push(incoming)
    response.writeHead(isHolding ? 200 : await deliver(incoming)).end()
  })
  return {
    ...relay,
    hold() {
      isHolding = true
    },
    async release(times = 1) {
      isHolding = false
      for (const incoming of kept.splice(0)) {
        for (let time = 0; time < times; time++) await deliver(incoming)
      }
    },
    kept: () => kept.length,
    hasDelivered: (text) => delivered.some((body) => body.includes(text)),
  }
}
