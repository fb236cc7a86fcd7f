import { ConnectError } from '@connect-account/core/errors'
import type { HostCallbacks } from '../callbacks/host-callbacks.ts'
import type { AccountRecord, AccountStore } from '../store/account-store.ts'
import type { Upstream } from '../upstream/upstream.ts'

export interface DisconnectContext {
  readonly accounts: AccountStore
  readonly upstream: Pick<Upstream, 'removeAccount'>
  readonly hostCallbacks: Pick<HostCallbacks, 'accountRemoved'>
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Removes the account at Unipile, then here. If Unipile cannot be reached the account stays, because its
 * session there continues.
 * @param account Nothing, if there is none of this id.
 * @throws ConnectError `account_not_found`, also if another call has just removed it.
 */
export async function disconnectAccount(
  { accounts, upstream, hostCallbacks, now }: DisconnectContext,
  account: Pick<AccountRecord, 'accountId'> | undefined,
): Promise<void> {
  if (!account) throw new ConnectError('account_not_found')
  const { accountId } = account
  await upstream.removeAccount(accountId)
  const removed = await accounts.remove(accountId, 'account_disconnected', new Date(now()))
  if (!removed) throw new ConnectError('account_not_found')
  hostCallbacks.accountRemoved(removed)
}
