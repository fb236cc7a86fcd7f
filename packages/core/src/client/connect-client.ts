import { ConnectError } from '../errors/connect-error.ts'
import type { ConnectTransport } from '../protocol/index.ts'
import { readProviderList } from '../protocol/provider.ts'
import { createHttp, type SessionOptions } from './http.ts'
import type { IntentCalls } from './intent-calls.ts'
import type { ClientPage } from './page/client-page.ts'

export interface ClientOptions extends SessionOptions {
  /** The page that the client runs in, whose one event stream its clients share. Default: the browser's, if there is one. */
  readonly page?: ClientPage
  /** Jitter, between 0 and 1. Default: `Math.random`. */
  readonly random?: () => number
}

/** The transport over `fetch` and server-sent events. Keeps no credential, no code and no answer; logs nothing. */
export function createConnectClient({
  page,
  random = Math.random,
  ...options
}: ClientOptions): ConnectTransport {
  const http = createHttp(options)

  let calls: IntentCalls | undefined

  async function intents(): Promise<IntentCalls> {
    const { createIntentCalls } = await import('./intent-calls.ts').catch((cause: unknown) => {
      // The chunk could not be loaded: offline, or the host was deployed again.
      throw new ConnectError('network_unreachable', { cause })
    })
    calls ??= createIntentCalls({ http, random, ...(page && { page }) })
    return calls
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
      return (await http.json(call, readProviderList)).providers
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
