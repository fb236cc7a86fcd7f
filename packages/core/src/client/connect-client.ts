import { ConnectError } from '../errors/index.ts'
import { type ConnectTransport, listOf, object, readAccount, readProvider } from '../protocol/index.ts'
import { type Clock, systemClock } from './clock.ts'
import { createHttp } from './http.ts'

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

const readProviders = object({ providers: listOf(readProvider) })
const readAccounts = object({ accounts: listOf(readAccount) })

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

  async function intents() {
    try {
      const { createIntentCalls } = await import('./intent-calls.ts')
      return createIntentCalls({ http, clock, onWake, random })
    } catch (cause) {
      // The chunk could not be loaded: offline, or the host was deployed anew.
      throw new ConnectError('network_unreachable', { cause })
    }
  }

  return {
    async listProviders(signal) {
      const call = { method: 'GET', path: '/providers', repeatable: true, signal } as const
      return (await http.json(call, readProviders)).providers
    },
    async listAccounts(signal) {
      const call = { method: 'GET', path: '/accounts', repeatable: true, signal } as const
      return (await http.json(call, readAccounts)).accounts
    },
    async removeAccount(id, signal) {
      await http.open({
        method: 'DELETE',
        path: `/accounts/${encodeURIComponent(id)}`,
        repeatable: true,
        signal,
      })
    },
    startIntent: async (input, signal) => (await intents()).startIntent(input, signal),
    getIntent: async (id, signal) => (await intents()).getIntent(id, signal),
    solve: async (id, input, signal) => (await intents()).solve(id, input, signal),
    resend: async (id, signal) => (await intents()).resend(id, signal),
    challenge: async (id, challenge, signal) => (await intents()).challenge(id, challenge, signal),
    cancel: async (id, signal) => (await intents()).cancel(id, signal),
    watch(id, watcher) {
      let isStopped = false
      let stop = () => {
        isStopped = true
      }
      intents().then(
        (calls) => {
          if (!isStopped) stop = calls.watch(id, watcher)
        },
        (error: ConnectError) => {
          if (!isStopped) watcher.onError(error)
        },
      )
      return () => stop()
    },
  }
}
