import { type AccountAdoption, adoptAccount } from '../accounts/adopt.ts'
import { disconnectAccount } from '../accounts/disconnect.ts'
import { type AccountQuery, type HostAccountList, listPage } from '../accounts/list-page.ts'
import {
  type CookieReconnect,
  type CookieReconnection,
  reconnectWithCookies,
} from '../accounts/reconnect-with-cookies.ts'
import { type HostAccount, hostAccount } from '../callbacks/host-account.ts'
import type { Intents } from '../intents/intents.ts'
import { invalidSetting } from '../invalid-setting.ts'
import { checkUserId } from '../session/check-user-id.ts'
import { checkNames } from '../settings/known-names.ts'
import { accountQueryNames, adoptionNames, cookieReconnectNames } from '../settings/option-names.ts'
import { isStorable } from '../storable-text.ts'
import type { AccountStore } from '../store/account-store.ts'
import type { Database } from '../store/database.ts'
import type { TargetsOf } from '../store/outbox-store.ts'
import type { Upstream } from '../upstream/upstream.ts'

/**
 * The linked accounts, for the host's backend: of every user, and each with Unipile's id. Call it only for what
 * the host has authorized itself. Its functions reject with `invalid_setting` for an option that is unknown.
 */
export interface HostAccounts {
  /**
   * A page of accounts, the oldest first. For the next page, pass the last one's `next` as `after`. Costs the same
   * however many accounts there are.
   * @throws ConnectError `invalid_request` for an `after` that no page returned.
   */
  list(query?: AccountQuery): Promise<HostAccountList>
  /** The account of this id; `undefined` if there is none. */
  get(id: string): Promise<HostAccount | undefined>
  /**
   * Gives a user an account that exists at Unipile and was linked without this handler, for example before it was
   * installed. An account that is the user's already is returned as it is. Calls no callback, and leaves the
   * account at Unipile as it is. The host answers for whose it is.
   * @throws ConnectError `account_exists` if another user here has it: of two calls at once, one wins.
   *   `account_not_found` if Unipile does not know it, `unknown_provider` if the catalogue does not.
   */
  adopt(adoption: AccountAdoption): Promise<HostAccount>
  /**
   * Disconnects an account, at Unipile and then here, and calls `accountRemoved`. If Unipile cannot be reached, the
   * account stays.
   * @throws ConnectError `account_not_found`, or one of Unipile's codes (`upstream_…`).
   */
  disconnect(id: string): Promise<void>
  /**
   * Reconnects an account with fresh cookies of its owner, without the owner. It never lowers the account's status,
   * and the cookies are neither stored nor logged.
   * @throws ConnectError `account_not_found`, `unknown_method` if the provider takes no cookies, `invalid_request`
   *   for cookies that are missing or unknown, `invalid_credentials` for cookies that the provider refuses, or one of
   *   Unipile's codes (`upstream_…`).
   */
  reconnectWithCookies(reconnect: CookieReconnect): Promise<CookieReconnection>
}

export interface HostAccountsContext {
  readonly accounts: AccountStore
  readonly upstream: Upstream
  readonly database: Pick<Database, 'transaction'>
  readonly targetsOf: TargetsOf
  readonly intents: Pick<Intents, 'start' | 'cancelForHost'>
  /** Epoch milliseconds. */
  readonly now: () => number
}

export function createHostAccounts(context: HostAccountsContext): HostAccounts {
  const { accounts, intents } = context
  return {
    async list(query = {}) {
      checkNames(query, accountQueryNames, 'accounts.list')
      if (query.userId !== undefined) checkUserId('accounts.list', query.userId)
      return listPage(accounts, query)
    },
    async get(id) {
      const account = await accounts.findById(id)
      return account && hostAccount(account)
    },
    async adopt(adoption) {
      checkNames(adoption, adoptionNames, 'accounts.adopt')
      checkUserId('accounts.adopt', adoption.userId)
      const { unipileAccountId } = adoption
      if (typeof unipileAccountId !== 'string' || unipileAccountId === '' || !isStorable(unipileAccountId)) {
        throw invalidSetting("accounts.adopt: unipileAccountId is not Unipile's id of an account.")
      }
      return hostAccount(await adoptAccount(context, adoption))
    },
    async disconnect(id) {
      await disconnectAccount(context, await accounts.findById(id))
    },
    async reconnectWithCookies(reconnect) {
      checkNames(reconnect, cookieReconnectNames, 'accounts.reconnectWithCookies')
      if (typeof reconnect.userAgent !== 'string' || reconnect.userAgent === '') {
        throw invalidSetting('accounts.reconnectWithCookies: userAgent is empty.')
      }
      return reconnectWithCookies(
        { accounts, start: intents.start, cancel: intents.cancelForHost },
        reconnect,
      )
    },
  }
}
