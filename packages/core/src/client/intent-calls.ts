import type { ConnectTransport } from '../protocol/index.ts'
import { type Intent, readIntent } from '../protocol/intent.ts'
import { isOutcome } from '../protocol/is-outcome.ts'
import type { Http } from './http.ts'
import { currentPage } from './page/current-page.ts'
import { type WatchOptions, watch } from './watch.ts'
import { watchAccounts } from './watch-accounts.ts'

/** The calls about one intent, and about the account that it linked. A chunk of its own: the picker needs none of them. */
export type IntentCalls = Required<Omit<ConnectTransport, 'listProviders'>>

export function createIntentCalls({
  http,
  random,
  page = currentPage(),
}: Omit<WatchOptions, 'page'> & Partial<WatchOptions>): IntentCalls {
  const options = { http, random, page }
  const pathOf = (id: string, verb = '') => `/intents/${encodeURIComponent(id)}${verb}`
  const announced = new Set<string>()

  /** Lists that poll ask at once: an account is new, or works again. */
  function announceEnd(intent: Intent): Intent {
    const isChange = intent.step.type === 'linked' || intent.step.type === 'relinked'
    if (isChange && !announced.has(intent.id)) {
      announced.add(intent.id)
      page.announceChange()
    }
    return intent
  }

  const call = async (request: Parameters<Http['json']>[0]) =>
    announceEnd(await http.json(request, readIntent))
  const act = (id: string, verb: string, body: unknown, signal?: AbortSignal) =>
    call({ method: 'POST', path: pathOf(id, verb), body, repeatable: false, signal })

  return {
    startIntent: ({ idempotencyKey, credentials, proxy, ...request }, signal) =>
      call({
        method: 'POST',
        path: '/intents',
        body: { ...request, credentials: credentials?.reveal(), proxy: proxy?.reveal() },
        headers: { 'idempotency-key': idempotencyKey },
        // The key makes a repetition the same attempt.
        repeatable: true,
        signal,
      }),
    getIntent: (id, signal) => call({ method: 'GET', path: pathOf(id), repeatable: true, signal }),
    solve: (id, { checkpoint, answer }, signal) =>
      act(id, '/solve', { checkpoint, answer: answer.reveal() }, signal),
    resend: (id, signal) => act(id, '/resend', {}, signal),
    challenge: (id, challenge, signal) => act(id, '/challenge', { challenge }, signal),
    cancel: (id, signal) => call({ method: 'DELETE', path: pathOf(id), repeatable: true, signal }),
    watch(id, watcher) {
      let revision = 0
      return watch(
        {
          use: 'flow',
          path: pathOf(id, '/events'),
          read: readIntent,
          fetch: (signal) =>
            http.json(
              { method: 'GET', path: pathOf(id), repeatable: false, lane: 'watch', signal },
              readIntent,
            ),
          pollEvery: 2_000,
          // The host's callbacks are called in a hidden tab too.
          pollHiddenEvery: 10_000,
          lastEventId: () => (revision > 0 ? String(revision) : ''),
          take(intent) {
            if (intent.revision > revision) {
              revision = intent.revision
              watcher.onIntent(announceEnd(intent))
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
          use: 'flow',
          onAccounts: (accounts) => onAccount(accounts.find((account) => account.id === id)),
          onError: () => onAccount(undefined),
        },
        options,
      ),
  }
}
