import { ConnectError } from '../errors/index.ts'
import { type ConnectTransport, listOf, object, readProvider } from '../protocol/index.ts'
import { createHttp, type SessionOptions } from './http.ts'
import type { IntentCalls } from './intent-calls.ts'

export interface ClientOptions extends SessionOptions {
  /** Calls `listener` whenever the browser wakes up or comes back online. Default: never. */
  readonly onWake?: (listener: () => void) => () => void
  /** Jitter, between 0 and 1. Default: `Math.random`. */
  readonly random?: () => number
}

const readProviders = object({ providers: listOf(readProvider) })

/** The transport over `fetch` and server-sent events. Keeps no credential, no code and no answer; logs nothing. */
export function createConnectClient({
  onWake = () => () => {},
  random = Math.random,
  ...options
}: ClientOptions): ConnectTransport {
  const http = createHttp(options)

  async function intents() {
    try {
      const { createIntentCalls } = await import('./intent-calls.ts')
      return createIntentCalls({ http, onWake, random })
    } catch (cause) {
      // The chunk could not be loaded: offline, or the host was deployed anew.
      throw new ConnectError('network_unreachable', { cause })
    }
  }

  /** Starts once the calls are there; neither starts nor fails after the returned function was called. */
  function follow(start: (calls: IntentCalls) => () => void, onError: (error: ConnectError) => void) {
    let isStopped = false
    let stop = () => {
      isStopped = true
    }
    intents().then(
      (calls) => {
        if (!isStopped) stop = start(calls)
      },
      (error: ConnectError) => {
        if (!isStopped) onError(error)
      },
    )
    return () => stop()
  }

  return {
    async listProviders(signal) {
      const call = { method: 'GET', path: '/providers', repeatable: true, signal } as const
      return (await http.json(call, readProviders)).providers
    },
    startIntent: async (input, signal) => (await intents()).startIntent(input, signal),
    getIntent: async (id, signal) => (await intents()).getIntent(id, signal),
    solve: async (id, input, signal) => (await intents()).solve(id, input, signal),
    resend: async (id, signal) => (await intents()).resend(id, signal),
    challenge: async (id, challenge, signal) => (await intents()).challenge(id, challenge, signal),
    cancel: async (id, signal) => (await intents()).cancel(id, signal),
    watch: (id, watcher) =>
      follow(
        (calls) => calls.watch(id, watcher),
        (error) => watcher.onError(error),
      ),
    watchAccount: (id, onAccount) =>
      follow(
        (calls) => calls.watchAccount(id, onAccount),
        () => onAccount(undefined),
      ),
  }
}
