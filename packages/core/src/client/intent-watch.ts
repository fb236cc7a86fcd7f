import { ConnectError } from '../errors/connect-error.ts'
import { type Account, type KnownAccount, readKnownAccount } from '../protocol/account.ts'
import type { Watcher } from '../protocol/index.ts'
import { type Intent, readIntent } from '../protocol/intent.ts'
import { isOutcome } from '../protocol/is-outcome.ts'
import { pause } from './clock.ts'
import type { ClientPage } from './page/client-page.ts'
import { currentPage } from './page/current-page.ts'
import { intentPath } from './paths.ts'
import { type WatchOptions, watch } from './watch.ts'
import { watchAccounts } from './watch-accounts.ts'

/** The first pause before a cancel is repeated, in milliseconds; doubled up to the last one. */
const CANCEL_PAUSE = 2_000
const MAX_CANCEL_PAUSE = 512_000

const isNetworkFailure = (error: unknown) =>
  error instanceof ConnectError && error.code.startsWith('network_')

/** What a client needs once there is an intent or an account: a separate chunk, because the picker does not need it. */
export interface IntentWatch {
  /** Reads an intent. If it linked an account, the change is announced to the lists of accounts. */
  read(body: unknown): Intent
  /** Cancels an intent. If the network fails, the call is repeated in the background until it arrives. */
  cancel(id: string, signal?: AbortSignal): Promise<Intent>
  getAccount(id: string, signal: AbortSignal | undefined): Promise<KnownAccount>
  watch(id: string, watcher: Watcher): () => void
  watchAccount(id: string, onAccount: (account: Account | undefined) => void): () => void
}

export function createIntentWatch({
  http,
  random,
  page = currentPage(),
}: Omit<WatchOptions, 'page'> & { readonly page?: ClientPage | undefined }): IntentWatch {
  const options = { http, random, page }
  const announced = new Set<string>()

  function read(body: unknown): Intent {
    const intent = readIntent(body)
    const isChange = intent.step.type === 'linked' || intent.step.type === 'relinked'
    if (isChange && !announced.has(intent.id)) {
      announced.add(intent.id)
      page.announceChange()
    }
    return intent
  }

  const sendCancel = (id: string, signal?: AbortSignal) =>
    http.json({ method: 'DELETE', path: intentPath(id), repeatable: true, signal }, read)

  async function insist(id: string): Promise<void> {
    for (let wait = CANCEL_PAUSE; wait <= MAX_CANCEL_PAUSE; wait *= 2) {
      await pause(http.clock, wait)
      try {
        return void (await sendCancel(id))
      } catch (error) {
        if (!isNetworkFailure(error)) return
      }
    }
  }

  return {
    read,
    getAccount: (id, signal) =>
      http.json(
        { method: 'GET', path: `/accounts/${encodeURIComponent(id)}`, repeatable: true, signal },
        readKnownAccount,
      ),
    async cancel(id, signal) {
      try {
        return await sendCancel(id, signal)
      } catch (error) {
        if (isNetworkFailure(error)) void insist(id)
        throw error
      }
    },
    watch(id, watcher) {
      let revision = 0
      return watch(
        {
          use: 'flow',
          path: intentPath(id, '/events'),
          read,
          fetch: (signal) =>
            http.json(
              { method: 'GET', path: intentPath(id), repeatable: false, lane: 'watch', signal },
              read,
            ),
          pollEvery: 2_000,
          // The host's callbacks are called in a hidden tab too.
          pollHiddenEvery: 10_000,
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
          use: 'flow',
          onAccounts: (accounts) => onAccount(accounts.find((account) => account.id === id)),
          onError: () => onAccount(undefined),
        },
        options,
      ),
  }
}
