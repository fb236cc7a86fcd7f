import { EventEmitter } from 'node:events'
import type { Api } from '../wire/enums.ts'
import { newId } from '../wire/identifiers.ts'
import { emptyState, type State, type StoredAccount, type StoredIntent } from './state.ts'
import { readStateFile, writeStateFile } from './state-file.ts'

/** How many of the newest entries are kept. */
const MAX_MESSAGES = 200
const MAX_ATTEMPTS = 500

/**
 * The state of one sandbox. After changing `state`, call `save()` in the same turn of the event loop: it
 * writes the file and notifies waiting calls before any other code runs.
 */
export class Store {
  readonly state: State
  readonly #file: string | undefined
  readonly #changes = new EventEmitter<{ changed: [] }>().setMaxListeners(0)

  constructor(file: string | undefined) {
    this.#file = file
    this.state = (file && readStateFile(file)) || emptyState(newId('app'))
  }

  save(): void {
    const { state } = this
    state.messages.splice(0, state.messages.length - MAX_MESSAGES)
    state.attempts.splice(0, state.attempts.length - MAX_ATTEMPTS)
    if (this.#file) writeStateFile(this.#file, state)
    this.#changes.emit('changed')
  }

  /** Resolves at the next change, after `ms`, or when `signal` aborts, whichever is first. Never rejects. */
  nextChange(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#changes.off('changed', done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, Math.max(0, ms))
      this.#changes.on('changed', done)
      signal.addEventListener('abort', done)
      if (signal.aborted) done()
    })
  }

  intent(id: string): StoredIntent | undefined {
    return this.state.intents.find((intent) => intent.id === id)
  }

  /** Of any environment, or only of the given one. */
  account(id: string, api?: Api): StoredAccount | undefined {
    return this.state.accounts.find(
      (account) => account.id === id && (api === undefined || account.api === api),
    )
  }

  accountOf(api: Api, provider: string, signInName: string): StoredAccount | undefined {
    return this.state.accounts.find(
      (account) => account.api === api && account.provider === provider && account.signInName === signInName,
    )
  }
}

/** Removes and returns the first item that matches. */
export function remove<T>(list: T[], matches: (item: T) => boolean): T | undefined {
  const index = list.findIndex(matches)
  return index === -1 ? undefined : list.splice(index, 1)[0]
}
