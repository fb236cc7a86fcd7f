import { type ConnectTransport, type Intent, readIntent } from '../protocol/index.ts'
import type { Http } from './http.ts'
import { watchIntent } from './watch-intent.ts'

export interface IntentCallsOptions {
  readonly http: Http
  readonly onWake: (listener: () => void) => () => void
  readonly random: () => number
}

/** The calls about one intent. A chunk of its own: the picker needs none of them. */
export type IntentCalls = Pick<
  ConnectTransport,
  'startIntent' | 'getIntent' | 'solve' | 'resend' | 'challenge' | 'cancel' | 'watch'
>

export function createIntentCalls({ http, onWake, random }: IntentCallsOptions): IntentCalls {
  const pathOf = (id: string, verb = '') => `/intents/${encodeURIComponent(id)}${verb}`
  const act = (id: string, verb: string, body: unknown, signal?: AbortSignal): Promise<Intent> =>
    http.json({ method: 'POST', path: pathOf(id, verb), body, repeatable: false, signal }, readIntent)
  const getIntent = (id: string, signal?: AbortSignal) =>
    http.json({ method: 'GET', path: pathOf(id), repeatable: true, signal }, readIntent)

  return {
    startIntent: ({ idempotencyKey, credentials, ...request }, signal) =>
      http.json(
        {
          method: 'POST',
          path: '/intents',
          body: { ...request, credentials: credentials?.reveal() },
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
    watch: (id, watcher) =>
      watchIntent(pathOf(id, '/events'), watcher, {
        http,
        random,
        onWake,
        fetchIntent: (signal) => getIntent(id, signal),
      }),
  }
}
