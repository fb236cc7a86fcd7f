import type { ConnectError } from '../errors/connect-error.ts'
import type { ConnectTransport, Intent } from '../protocol/index.ts'
import { readProviderList } from '../protocol/provider.ts'
import { type Call, createHttp, type SessionOptions } from './http.ts'
import type { IntentWatch } from './intent-watch.ts'
import type { ClientPage } from './page/client-page.ts'
import { intentPath } from './paths.ts'
import { unreachable } from './unreachable.ts'

export interface ClientOptions extends SessionOptions {
  /**
   * The page that the client runs in. The clients of a page share one event stream. Default: the browser's,
   * if there is one.
   */
  readonly page?: ClientPage
  /** Jitter, between 0 and 1. Default: `Math.random`. */
  readonly random?: () => number
}

/**
 * The transport over `fetch` and server-sent events. It stores no credentials, codes or answers, and logs
 * nothing.
 */
export function createConnectClient({
  page,
  random = Math.random,
  ...options
}: ClientOptions): ConnectTransport {
  const http = createHttp(options)
  let loaded: IntentWatch | undefined

  async function load(): Promise<IntentWatch> {
    const { createIntentWatch } = await import('./intent-watch.ts').catch(unreachable)
    loaded ??= createIntentWatch({ http, random, page })
    return loaded
  }

  async function call(request: Call): Promise<Intent> {
    const { read } = await load()
    return http.json(request, read)
  }

  const act = (id: string, verb: string, body: object, signal?: AbortSignal) =>
    call({ method: 'POST', path: intentPath(id, verb), body, repeatable: false, signal })

  /** Starts a watch once its code is loaded; does nothing more after the returned function was called. */
  function follow(start: (intents: IntentWatch) => () => void, onError: (error: ConnectError) => void) {
    let isStopped = false
    let stop = () => {
      isStopped = true
    }
    load().then(
      (intents) => {
        if (!isStopped) stop = start(intents)
      },
      (error: ConnectError) => {
        if (!isStopped) onError(error)
      },
    )
    return () => stop()
  }

  return {
    async listProviders(signal) {
      const request = { method: 'GET', path: '/providers', repeatable: true, signal } as const
      return (await http.json(request, readProviderList)).providers
    },
    getAccount: async (id, signal) => (await load()).getAccount(id, signal),
    startIntent: ({ idempotencyKey, credentials, proxy, ...request }, signal) =>
      call({
        method: 'POST',
        path: '/intents',
        body: { ...request, credentials: credentials?.reveal(), proxy: proxy?.reveal() },
        headers: { 'idempotency-key': idempotencyKey },
        // The server recognizes a repetition by the key.
        repeatable: true,
        signal,
      }),
    getIntent: (id, signal) => call({ method: 'GET', path: intentPath(id), repeatable: true, signal }),
    solve: (id, { checkpoint, answer }, signal) =>
      act(id, '/solve', { checkpoint, answer: answer.reveal() }, signal),
    resend: (id, signal) => act(id, '/resend', {}, signal),
    challenge: (id, challenge, signal) => act(id, '/challenge', { challenge }, signal),
    confirmReturn: (id, token, signal) => act(id, '/return', { token }, signal),
    cancel: async (id, signal) => (await load()).cancel(id, signal),
    watch: (id, watcher) =>
      follow(
        (intents) => intents.watch(id, watcher),
        (error) => watcher.onError(error),
      ),
    watchAccount: (id, onAccount) =>
      follow(
        (intents) => intents.watchAccount(id, onAccount),
        () => onAccount(undefined),
      ),
  }
}
