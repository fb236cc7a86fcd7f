import { ConnectError } from '@connect-account/core/errors'
import type { AccountRecord } from '../store/account-store.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { type RemoveContext, removeAccount } from './remove-account.ts'

export interface DisconnectContext extends RemoveContext {
  readonly upstream: Pick<Upstream, 'removeAccount'>
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
  context: DisconnectContext,
  account: Pick<AccountRecord, 'accountId'> | undefined,
): Promise<void> {
  if (!account) throw new ConnectError('account_not_found')
  const { accountId } = account
  await context.upstream.removeAccount(accountId)
  const removed = await removeAccount(context, accountId, 'account_disconnected', new Date(context.now()))
  if (!removed) throw new ConnectError('account_not_found')
}
