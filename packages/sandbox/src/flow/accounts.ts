import type { Persona } from '../persona/persona.ts'
import { displayName, type SandboxProvider } from '../providers/provider.ts'
import type { Runtime } from '../state/runtime.ts'
import type { StoredAccount, StoredIntent } from '../state/state.ts'
import { remove } from '../state/store.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import type { AccountStatus, SyncStatus } from '../wire/enums.ts'
import { pause } from './call.ts'

/** Changes linked accounts and emits their events. Callers save. */
export class Accounts {
  readonly #runtime: Runtime
  readonly #webhooks: Webhooks

  constructor(runtime: Runtime, webhooks: Webhooks) {
    this.#runtime = runtime
    this.#webhooks = webhooks
    for (const account of runtime.store.state.accounts) {
      if (account.sync.status === 'running') void this.#finishSync(account)
    }
  }

  /** Links an account under the intent's id. Emits `account.add` and starts the initial sync. */
  link(provider: SandboxProvider, persona: Persona, intent: StoredIntent): StoredAccount {
    const account = this.#create(provider, persona, intent)
    applyConfig(account, intent)
    this.#webhooks.emit('account.add', account, statePayload(intent))
    this.setSync(account, 'running')
    return account
  }

  reconnect(account: StoredAccount, intent: StoredIntent): void {
    applyConfig(account, intent)
    this.#webhooks.emit('account.reconnect', account, statePayload(intent))
    if (account.status !== 'running') this.setStatus(account, 'running')
  }

  /** `product`: the one product that `partial` or `degraded` is about. */
  setStatus(
    account: StoredAccount,
    status: AccountStatus,
    { reason, product }: { readonly reason?: string | undefined; readonly product?: string | undefined } = {},
  ): void {
    account.status = status
    if (reason === undefined) delete account.statusReason
    else account.statusReason = reason
    if (product === undefined) delete account.product
    else account.product = product
    this.#webhooks.emit(`account.status.${status}`, account, {
      ...this.#timestamp(),
      ...(reason !== undefined && { reason }),
      ...(product !== undefined && { product }),
    })
  }

  /** Makes Unipile refuse to act on the account, or act on it again. */
  setLocked(account: StoredAccount, isLocked: boolean): void {
    account.isLocked = isLocked
    this.#webhooks.emit(isLocked ? 'account.locked' : 'account.unlocked', account, this.#timestamp())
  }

  /**
   * Sets the status of the initial sync and emits its event. A running sync completes after `timings.syncMs`.
   */
  setSync(account: StoredAccount, status: SyncStatus): void {
    account.sync =
      status === 'running' ? { status, startedAt: this.#runtime.now() } : { ...account.sync, status }
    this.#webhooks.emit(`account.initial_sync.${status}`, account, this.#timestamp())
    if (status === 'running') void this.#finishSync(account)
  }

  remove(account: StoredAccount): void {
    remove(this.#runtime.store.state.accounts, ({ id }) => id === account.id)
    this.#webhooks.emit('account.remove', account, this.#timestamp())
  }

  #create(provider: SandboxProvider, persona: Persona, { id, api }: StoredIntent): StoredAccount {
    const account: StoredAccount = {
      id,
      api,
      provider: provider.id,
      signInName: persona.signInName,
      userId: provider.userId(persona.signInName),
      name: displayName(persona),
      status: 'running',
      createdAt: this.#runtime.now(),
      isLocked: false,
      customData: {},
      sync: { status: 'pending' },
    }
    this.#runtime.store.state.accounts.push(account)
    return account
  }

  async #finishSync(account: StoredAccount): Promise<void> {
    const { store, timings, closing } = this.#runtime
    await pause(timings.syncMs, closing)
    if (closing.aborted || store.account(account.id) !== account) return
    // The phone may have changed it meanwhile.
    if (account.sync.status !== 'running') return
    this.setSync(account, 'completed')
    store.save()
  }

  #timestamp() {
    return { timestamp: new Date(this.#runtime.now()).toISOString() }
  }
}

/**
 * The docs say that `account.add` and `account.reconnect` carry `state`, but not where [?]. Here: in the
 * payload.
 */
function statePayload({ state }: StoredIntent) {
  return { state: state ?? null }
}

/** Stores the start's `config`, and the proxy in the form that the wire returns. */
function applyConfig(account: StoredAccount, { config }: StoredIntent): void {
  if (config === undefined) return
  account.config = config
  const { custom_proxy, auto_proxy_config } = config
  if (custom_proxy) account.proxy = { country: null, auto_proxy: false, ...custom_proxy }
  else if (auto_proxy_config) {
    account.proxy = { country: auto_proxy_config.country?.toUpperCase() ?? null, auto_proxy: true }
  }
}
