import { type ConnectTransport, type Intent, isOutcome, readIntent } from '../protocol/index.ts'
import { type WatchOptions, watch } from './watch.ts'
import { watchAccounts } from './watch-accounts.ts'

/** The calls about one intent, and about the account that it linked. A chunk of its own: the picker needs none of them. */
export type IntentCalls = Required<Omit<ConnectTransport, 'listProviders'>>

export function createIntentCalls(options: WatchOptions): IntentCalls {
  const { http } = options
  const pathOf = (id: string, verb = '') => `/intents/${encodeURIComponent(id)}${verb}`
  const act = (id: string, verb: string, body: unknown, signal?: AbortSignal): Promise<Intent> =>
    http.json({ method: 'POST', path: pathOf(id, verb), body, repeatable: false, signal }, readIntent)
  const getIntent = (id: string, signal?: AbortSignal) =>
    http.json({ method: 'GET', path: pathOf(id), repeatable: true, signal }, readIntent)

  return {
    startIntent: ({ idempotencyKey, credentials, proxy, ...request }, signal) =>
      http.json(
        {
          method: 'POST',
          path: '/intents',
          body: { ...request, credentials: credentials?.reveal(), proxy: proxy?.reveal() },
          headers: { 'idempotency-key': idempotencyKey },
          // The key makes a repetition the same attempt.
          repeatable: true,
          signal,
        },
        readIntent,
      ),
    getIntent,
    solve: (id, { checkpoint, answer }, signal) =>
      act(id, '/solve', { checkpoint, answer: answer.reveal() }, signal),
    resend: (id, signal) => act(id, '/resend', {}, signal),
    challenge: (id, challenge, signal) => act(id, '/challenge', { challenge }, signal),
    cancel: (id, signal) =>
      http.json({ method: 'DELETE', path: pathOf(id), repeatable: true, signal }, readIntent),
    watch(id, watcher) {
      let revision = 0
      return watch(
        {
          path: pathOf(id, '/events'),
          read: readIntent,
          fetch: (signal) => getIntent(id, signal),
          pollEvery: 2_000,
          lastEventId: () => (revision > 0 ? String(revision) : ''),
          take(intent) {
            if (intent.revision > revision) {
              revision = intent.revision
              watcher.onIntent(intent)
            }
            return isOutcome(intent.step)
          },
        },
        watcher,
        options,
      )
    },
    watchAccount: (id, onAccount) =>
      watchAccounts(
        {
          onAccounts: (accounts) => onAccount(accounts.find((account) => account.id === id)),
          onError: () => onAccount(undefined),
        },
        options,
      ),
  }
}
