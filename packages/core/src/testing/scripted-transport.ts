import { providerCatalogue, testProviders } from '../catalogue/index.ts'
import { ConnectError } from '../errors/index.ts'
import type {
  Account,
  ConnectTransport,
  Intent,
  KnownAccount,
  Provider,
  StartInput,
  Step,
  Watcher,
  WatchStatus,
} from '../protocol/index.ts'
import { isOutcome, keyOfReference, startReference } from '../protocol/index.ts'
import { abortable } from './abortable.ts'
import { sampleIntent } from './samples.ts'

/**
 * A reply of the scripted server: the next step, an error, or a promise of either (one that never settles:
 * pending).
 */
export type Reply = Step | ConnectError | Promise<Step | ConnectError>

/** A server offers the test providers only to sessions that name them. */
const offered = providerCatalogue.filter(({ id }) => !testProviders.has(id))

export interface TransportScript {
  /** Default: the catalogue, without the test providers. */
  readonly providers?: readonly Provider[] | ConnectError | Promise<readonly Provider[]>
  /** What is known of the account to reconnect. Default: nothing. */
  readonly account?: KnownAccount
  /** The intent that is already open, to be resumed with its id. */
  readonly intent?: Intent
  readonly start?: (input: StartInput) => Reply
  readonly solve?: (answer: string, step: Step) => Reply
  readonly resend?: (step: Step) => Reply
  readonly challenge?: (challenge: string | undefined, step: Step) => Reply
  readonly confirmReturn?: (token: string) => Reply
  readonly cancel?: () => Reply
  /** The status of the watch. Default: `live`. */
  readonly connection?: WatchStatus
}

/**
 * A `ConnectTransport` that plays a script in memory, for tests and stories. It behaves like the real one:
 * each call is asynchronous and rejects with the signal's reason as soon as the signal aborts; an intent or a
 * checkpoint that is not the current one is refused; a watch reports the intent once at its start.
 */
export interface ScriptedTransport extends ConnectTransport {
  /** Simulates a change on the server: every watcher receives a new revision. */
  push(step: Step): void
  /** Simulates a change of the linked account. */
  pushAccount(account: Account | undefined): void
  /**
   * Each call so far, by name: `['listProviders', 'startIntent']`. A call whose signal had aborted before is
   * not sent.
   */
  readonly calls: readonly string[]
}

/**
 * Plays `script`. A verb that the script does not have is refused with `unexpected_answer`, so that the
 * omission is noticed.
 */
export function scriptedTransport(script: TransportScript = {}): ScriptedTransport {
  let intent = script.intent
  /** The key of the last start. */
  let startKey: string | undefined
  const watchers = new Set<Watcher>()
  const accountWatchers = new Set<(account: Account | undefined) => void>()
  const calls: string[] = []

  function current(id: string): Intent {
    const key = keyOfReference(id)
    const isNamed = key === undefined ? intent?.id === id : startKey === key
    if (!intent || !isNamed) throw new ConnectError('intent_not_found')
    return { ...intent, serverTime: new Date().toISOString() }
  }

  /** The open intent's step; refuses an intent that has ended. */
  function openStep(id: string): Step {
    const { step } = current(id)
    if (isOutcome(step)) throw new ConnectError('intent_ended')
    return step
  }

  function move(step: Step): Intent {
    if (!intent) throw new ConnectError('intent_not_found')
    intent = { ...intent, step, revision: intent.revision + 1, serverTime: new Date().toISOString() }
    for (const watcher of watchers) watcher.onIntent(intent)
    return intent
  }

  async function settle(name: string, reply: Reply | undefined): Promise<Step> {
    if (reply === undefined)
      throw new ConnectError('unexpected_answer', { detail: `The script has no "${name}".` })
    const step = await reply
    if (step instanceof ConnectError) throw step
    return step
  }

  function send<T>(name: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    return abortable(signal, () => {
      calls.push(name)
      return work()
    })
  }

  return {
    calls,
    push: (step) => void move(step),
    pushAccount(account) {
      for (const onAccount of accountWatchers) onAccount(account)
    },
    listProviders: (signal) =>
      send('listProviders', signal, async () => {
        const providers = await (script.providers ?? offered)
        if (providers instanceof ConnectError) throw providers
        return [...providers]
      }),
    getAccount: (id, signal) =>
      send('getAccount', signal, async () => {
        if (script.account?.id !== id) throw new ConnectError('account_not_found')
        return script.account
      }),
    startIntent: (input, signal) =>
      send('startIntent', signal, async () => {
        const key = input.idempotencyKey
        const details = {
          provider: input.provider,
          method: input.method,
          mode: input.accountId === undefined ? 'link' : 'relink',
        } as const
        // Like the server: the intent is there before the provider has responded.
        const pending = sampleIntent({ type: 'loading', id: 'start' }, { ...details, revision: 0 })
        startKey = key
        intent = pending
        const step = await settle('start', script.start?.(input)).catch((error: ConnectError) => {
          if (intent === pending) intent = undefined
          throw error
        })
        if (intent !== pending) return current(startReference(key))
        intent = sampleIntent(step, details)
        for (const watcher of watchers) watcher.onIntent(intent)
        return intent
      }),
    getIntent: (id, signal) => send('getIntent', signal, async () => current(id)),
    solve: (id, { checkpoint, answer }, signal) =>
      send('solve', signal, async () => {
        const step = openStep(id)
        if ('id' in step && step.id !== checkpoint) throw new ConnectError('checkpoint_passed')
        return move(await settle('solve', script.solve?.(answer.reveal(), step)))
      }),
    resend: (id, signal) =>
      send('resend', signal, async () => move(await settle('resend', script.resend?.(openStep(id))))),
    challenge: (id, challenge, signal) =>
      send('challenge', signal, async () =>
        move(await settle('challenge', script.challenge?.(challenge, openStep(id)))),
      ),
    confirmReturn: (id, token, signal) =>
      send('confirmReturn', signal, async () => {
        openStep(id)
        return move(await settle('confirmReturn', script.confirmReturn?.(token)))
      }),
    cancel: (id, signal) =>
      send('cancel', signal, async () => {
        const key = keyOfReference(id)
        // Like the server: a start that has not arrived is canceled in advance.
        if (key !== undefined && !(intent && key === startKey)) return sampleIntent({ type: 'canceled' })
        openStep(id)
        return move(await settle('cancel', script.cancel?.() ?? { type: 'canceled' }))
      }),
    watch(id, watcher) {
      calls.push('watch')
      watchers.add(watcher)
      queueMicrotask(() => {
        if (!watchers.has(watcher)) return
        if (intent?.id !== id) return watcher.onError(new ConnectError('intent_not_found'))
        watcher.onStatus?.(script.connection ?? 'live')
        if (script.connection !== 'offline') watcher.onIntent(intent)
      })
      return () => watchers.delete(watcher)
    },
    watchAccount(_id, onAccount) {
      calls.push('watchAccount')
      accountWatchers.add(onAccount)
      return () => accountWatchers.delete(onAccount)
    },
  }
}
