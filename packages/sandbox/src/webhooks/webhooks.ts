import { createHmac } from 'node:crypto'
import { Agent, fetch } from 'undici'
import type { Runtime } from '../state/runtime.ts'
import type { StoredAccount, StoredDelivery, StoredEndpoint } from '../state/state.ts'
import { remove } from '../state/store.ts'
import { newId } from '../wire/identifiers.ts'

/** How much of an endpoint's response the delivery log keeps, in characters. */
const MAX_RESPONSE = 500

/**
 * Delivers events at least once. A delivery without a 2xx response in time is retried with growing delays,
 * even after a restart. `state.deliveryMode` doubles, delays or drops deliveries.
 */
export class Webhooks {
  readonly #runtime: Runtime
  readonly #v1Body: (type: string, account: StoredAccount) => object | undefined
  readonly #connections = new Agent()
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #inProgress = new Set<Promise<void>>()

  /** `v1Body` is what an endpoint of API v1 is sent for an event; `undefined` if API v1 has no such event. */
  constructor(runtime: Runtime, v1Body: (type: string, account: StoredAccount) => object | undefined) {
    this.#runtime = runtime
    this.#v1Body = v1Body
    for (const delivery of runtime.store.state.deliveries) this.#schedule(delivery)
  }

  /** Queues an event for every endpoint that subscribes to it. The caller saves. */
  emit(type: string, account: StoredAccount, payload: Record<string, unknown>): void {
    const { store, now, log } = this.#runtime
    const { endpoints, deliveryMode } = store.state
    const { id: accountId } = account
    const id = newId('evt')
    const event = JSON.stringify({
      id,
      created_at: new Date(now()).toISOString(),
      account_id: accountId,
      type,
      payload,
    })
    log(`Event ${type} for ${accountId}`)
    if (deliveryMode === 'lost') return
    const v1Event = account.api === 'v1' ? this.#v1Body(type, account) : undefined
    const body = account.api === 'v1' ? v1Event && JSON.stringify(v1Event) : event
    for (const endpoint of endpoints.filter((candidate) => subscribesTo(candidate, type, account))) {
      if (body === undefined) continue
      const copies = deliveryMode === 'doubled' ? 2 : 1
      for (let copy = 0; copy < copies; copy++) {
        this.#queue({
          id: newId('dlv'),
          endpointId: endpoint.id,
          eventId: id,
          eventType: type,
          body,
          attempts: 0,
          dueAt: now() + (deliveryMode === 'reordered' ? this.#holdBack(endpoint.id) : 0),
        })
      }
    }
  }

  /**
   * Posts an unsigned body to an address once. Resolves after the response, or without one after the timeout.
   */
  async notify(url: string, body: object): Promise<void> {
    const response = await this.#post(url, JSON.stringify(body), {})
    if (!response) this.#runtime.log('The address to notify did not respond')
  }

  /** Aborts deliveries in progress. Undelivered events stay in the state. */
  async close(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    await this.#connections.destroy()
    await Promise.allSettled(this.#inProgress)
  }

  /** Returns how long to hold an event back: only one at a time, so that later ones overtake it. */
  #holdBack(endpointId: string): number {
    const { store, timings } = this.#runtime
    const isOneHeld = store.state.deliveries.some(
      (delivery) =>
        delivery.endpointId === endpointId && delivery.attempts === 0 && this.#timers.has(delivery.id),
    )
    return isOneHeld ? 0 : timings.reorderMs
  }

  #queue(delivery: StoredDelivery): void {
    this.#runtime.store.state.deliveries.push(delivery)
    this.#schedule(delivery)
  }

  #schedule(delivery: StoredDelivery): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(delivery.id)
        const attempt = this.#attempt(delivery)
          .catch((error: unknown) => this.#runtime.log(`Webhook delivery failed: ${String(error)}`))
          .finally(() => this.#inProgress.delete(attempt))
        this.#inProgress.add(attempt)
      },
      Math.max(0, delivery.dueAt - this.#runtime.now()),
    )
    this.#timers.set(delivery.id, timer)
  }

  async #attempt(delivery: StoredDelivery): Promise<void> {
    const { store, now, timings, closing, log } = this.#runtime
    const endpoint = store.state.endpoints.find(({ id }) => id === delivery.endpointId)
    const { body } = delivery
    const response = endpoint ? await this.#post(endpoint.url, body, proof(endpoint, body, now())) : undefined
    if (closing.aborted) return
    if (endpoint) {
      store.state.attempts.push({
        id: newId('wc'),
        endpointId: endpoint.id,
        endpointUrl: endpoint.url,
        eventId: delivery.eventId,
        eventType: delivery.eventType,
        firstAttempt: delivery.attempts === 0,
        httpStatus: response?.status ?? null,
        responseBody: response?.text ?? null,
        createdAt: now(),
      })
    }
    const nextPause = timings.webhookRetriesMs[delivery.attempts]
    const delivered = response !== undefined && isAccepted(response.status, endpoint)
    if (!endpoint || delivered || nextPause === undefined) {
      remove(store.state.deliveries, ({ id }) => id === delivery.id)
    } else {
      delivery.attempts += 1
      delivery.dueAt = now() + nextPause
      this.#schedule(delivery)
      log(
        `Webhook ${delivery.eventType} not accepted (${response?.status ?? 'no response'}), next attempt in ${nextPause} ms`,
      )
    }
    store.save()
  }

  async #post(
    url: string,
    body: string,
    headers: Record<string, string>,
  ): Promise<{ status: number; text: string } | undefined> {
    const { timings, closing } = this.#runtime
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        redirect: 'manual',
        dispatcher: this.#connections,
        signal: AbortSignal.any([AbortSignal.timeout(timings.webhookTimeoutMs), closing]),
        headers: { 'content-type': 'application/json', ...headers },
      })
      return { status: response.status, text: (await response.text()).slice(0, MAX_RESPONSE) }
    } catch {
      return undefined
    }
  }
}

/**
 * Returns the headers that prove the sender: the signature, or for API v1 those given when the endpoint was
 * registered.
 */
function proof({ secret, v1Headers }: StoredEndpoint, body: string, now: number): Record<string, string> {
  if (!v1Headers) return { [SIGNATURE_HEADER]: signature(secret, body, now) }
  return Object.fromEntries(v1Headers.map(({ key, value }) => [key.toLowerCase(), value]))
}

/** API v1 takes 200 and nothing else ("Webhooks", guide); API v2 takes any 2xx. */
function isAccepted(status: number, endpoint: StoredEndpoint | undefined): boolean {
  return endpoint?.v1Headers ? status === 200 : status >= 200 && status < 300
}

function subscribesTo(endpoint: StoredEndpoint, type: string, { id, api }: StoredAccount): boolean {
  return (
    endpoint.enabled &&
    (endpoint.v1Headers ? 'v1' : 'v2') === api &&
    (endpoint.triggerEvents.length === 0 || endpoint.triggerEvents.includes(type)) &&
    (endpoint.accountIds.length === 0 || endpoint.accountIds.includes(id))
  )
}

const SIGNATURE_HEADER = 'unipile-signature'

/** Signs a raw body: `t=<unix seconds>,v0=<hex HMAC-SHA256 of "t.body">`. `now` is epoch milliseconds. */
function signature(secret: string, body: string, now: number): string {
  const t = Math.floor(now / 1000)
  return `t=${t},v0=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}
