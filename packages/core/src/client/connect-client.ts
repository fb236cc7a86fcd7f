import * as v from 'valibot'
import { accountSchema, type ConnectTransport, intentSchema, providerSchema } from '../protocol/index.ts'
import { type Clock, systemClock } from './clock.ts'
import { createHttp } from './http.ts'
import { watchIntent } from './watch-intent.ts'

export interface ClientOptions {
  /** The session token that the host minted, or a function that fetches one; it is called again when one expires. */
  readonly session: string | (() => Promise<string>)
  /** Where the handler is mounted. Default: `/connect`. */
  readonly baseUrl?: string
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch
  /** Default: the system's. */
  readonly clock?: Clock
  /** Milliseconds before a call is given up. Default: 30 000. */
  readonly timeout?: number
  /** Calls `listener` whenever the browser wakes up or comes back online. Default: never. */
  readonly onWake?: (listener: () => void) => () => void
  /** Jitter, between 0 and 1. Default: `Math.random`. */
  readonly random?: () => number
}

const providersSchema = v.object({ providers: v.array(providerSchema) })
const accountsSchema = v.object({ accounts: v.array(accountSchema) })

/** The transport over `fetch` and server-sent events. Keeps no credential, no code and no answer; logs nothing. */
export function createConnectClient({
  session,
  baseUrl = '/connect',
  fetch = (...args) => globalThis.fetch(...args),
  clock = systemClock,
  timeout = 30_000,
  onWake = () => () => {},
  random = Math.random,
}: ClientOptions): ConnectTransport {
  const http = createHttp({ baseUrl: baseUrl.replace(/\/$/, ''), session, fetch, clock, timeout })

  const intentPath = (id: string, verb?: string) =>
    `/intents/${encodeURIComponent(id)}${verb ? `/${verb}` : ''}`
  const act = (id: string, verb: string, body: unknown, signal: AbortSignal | undefined) =>
    http.json({ method: 'POST', path: intentPath(id, verb), body, repeatable: false, signal }, intentSchema)
  const getIntent = (id: string, signal?: AbortSignal) =>
    http.json({ method: 'GET', path: intentPath(id), repeatable: true, signal }, intentSchema)

  return {
    async listProviders(signal) {
      const call = { method: 'GET', path: '/providers', repeatable: true, signal } as const
      return (await http.json(call, providersSchema)).providers
    },
    async listAccounts(signal) {
      const call = { method: 'GET', path: '/accounts', repeatable: true, signal } as const
      return (await http.json(call, accountsSchema)).accounts
    },
    async removeAccount(id, signal) {
      await http.open({
        method: 'DELETE',
        path: `/accounts/${encodeURIComponent(id)}`,
        repeatable: true,
        signal,
      })
    },
    startIntent({ idempotencyKey, credentials, ...request }, signal) {
      return http.json(
        {
          method: 'POST',
          path: '/intents',
          body: { ...request, ...(credentials && { credentials: credentials.reveal() }) },
          headers: { 'idempotency-key': idempotencyKey },
          // The key makes a repetition the same attempt.
          repeatable: true,
          signal,
        },
        intentSchema,
      )
    },
    getIntent,
    solve: (id, { checkpoint, answer }, signal) =>
      act(id, 'solve', { checkpoint, answer: answer.reveal() }, signal),
    resend: (id, signal) => act(id, 'resend', {}, signal),
    challenge: (id, challenge, signal) =>
      act(id, 'challenge', challenge === undefined ? {} : { challenge }, signal),
    cancel: (id, signal) =>
      http.json({ method: 'DELETE', path: intentPath(id), repeatable: true, signal }, intentSchema),
    watch: (id, watcher) =>
      watchIntent(intentPath(id, 'events'), watcher, {
        http,
        clock,
        random,
        onWake,
        fetchIntent: (signal) => getIntent(id, signal),
      }),
  }
}
