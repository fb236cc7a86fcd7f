import { providerCatalogue } from '../catalogue/index.ts'
import { ConnectError } from '../errors/index.ts'
import type {
  Account,
  ConnectTransport,
  Intent,
  Provider,
  SolveInput,
  StartInput,
  Step,
  Watcher,
  WatchStatus,
} from '../protocol/index.ts'
import { isOutcome } from '../protocol/index.ts'
import { sampleIntent } from './samples.ts'

/** An answer of the scripted server: the next step, an error, or a promise of either (one that never settles: pending). */
export type Reply = Step | ConnectError | Promise<Step | ConnectError>

export interface TransportScript {
  readonly providers?: readonly Provider[] | ConnectError | Promise<readonly Provider[]>
  /** The intent that is already open, to be resumed with its id. */
  readonly intent?: Intent
  readonly start?: (input: StartInput) => Reply
  readonly solve?: (answer: string, step: Step) => Reply
  readonly resend?: (step: Step) => Reply
  readonly challenge?: (challenge: string | undefined, step: Step) => Reply
  readonly cancel?: () => Reply
  /** How news arrives. Default: `live`. */
  readonly connection?: WatchStatus
}

/** A `ConnectTransport` that plays a script in memory, for tests and stories. */
export interface ScriptedTransport extends ConnectTransport {
  /** The server moves on by itself: a new revision reaches every watcher. */
  push(step: Step): void
  /** The linked account changes by itself. */
  pushAccount(account: Account | undefined): void
  /** Each call so far, by name: `['listProviders', 'startIntent']`. */
  readonly calls: readonly string[]
}

/** Plays `script`. A verb that it does not script is refused with `unexpected_answer`, so a missing wire shows. */
export function scriptedTransport(script: TransportScript = {}): ScriptedTransport {
  let intent = script.intent
  const watchers = new Set<Watcher>()
  const accountWatchers = new Set<(account: Account | undefined) => void>()
  const calls: string[] = []

  function current(): Intent {
    if (!intent) throw new ConnectError('intent_not_found')
    return { ...intent, serverTime: new Date().toISOString() }
  }

  function move(step: Step): Intent {
    const before = current()
    intent = { ...before, step, revision: before.revision + 1 }
    for (const watcher of watchers) watcher.onIntent(intent)
    return intent
  }

  async function settle(name: string, reply: Reply | undefined, signal?: AbortSignal): Promise<Step> {
    if (reply === undefined)
      throw new ConnectError('unexpected_answer', { detail: `The script has no "${name}".` })
    const step = await reply
    signal?.throwIfAborted()
    if (step instanceof ConnectError) throw step
    return step
  }

  return {
    calls,
    push: (step) => void move(step),
    pushAccount(account) {
      for (const onAccount of accountWatchers) onAccount(account)
    },
    async listProviders() {
      calls.push('listProviders')
      const providers = await (script.providers ?? providerCatalogue)
      if (providers instanceof ConnectError) throw providers
      return [...providers]
    },
    async startIntent(input, signal) {
      calls.push('startIntent')
      const step = await settle('start', script.start?.(input), signal)
      intent = sampleIntent(step, { provider: input.provider, method: input.method })
      return intent
    },
    async getIntent() {
      calls.push('getIntent')
      return current()
    },
    async solve(_id: string, input: SolveInput, signal) {
      calls.push('solve')
      return move(await settle('solve', script.solve?.(input.answer.reveal(), current().step), signal))
    },
    async resend(_id, signal) {
      calls.push('resend')
      return move(await settle('resend', script.resend?.(current().step), signal))
    },
    async challenge(_id, challenge, signal) {
      calls.push('challenge')
      return move(await settle('challenge', script.challenge?.(challenge, current().step), signal))
    },
    async cancel(_id, signal) {
      calls.push('cancel')
      return move(await settle('cancel', script.cancel?.() ?? { type: 'cancelled' }, signal))
    },
    watch(_id, watcher) {
      calls.push('watch')
      watchers.add(watcher)
      watcher.onStatus?.(script.connection ?? 'live')
      if (intent && isOutcome(intent.step)) watcher.onIntent(intent)
      return () => watchers.delete(watcher)
    },
    watchAccount(_id, onAccount) {
      calls.push('watchAccount')
      accountWatchers.add(onAccount)
      return () => accountWatchers.delete(onAccount)
    },
  }
}
