import { providerCatalogue } from '@connect-account/core/catalogue'
import { ConnectError } from '@connect-account/core/errors'
import type { AccountRecord, AccountStore } from '../store/account-store.ts'
import type { Upstream } from '../upstream/upstream.ts'

/** An account that exists at Unipile, and the user whose it becomes. */
export interface AccountAdoption {
  /** The host's own id of its user. */
  readonly userId: string
  readonly unipileAccountId: string
}

export interface AdoptContext {
  readonly accounts: Pick<AccountStore, 'adopt' | 'findByAccountId'>
  readonly upstream: Pick<Upstream, 'readAccount'>
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Adds an account that was linked without this handler. One that is the user's already is returned as it is.
 * @throws ConnectError `account_exists` if another user here has it, `account_not_found` if Unipile does not,
 *   or `unknown_provider` if the catalogue has no such provider.
 */
export async function adoptAccount(
  { accounts, upstream, now }: AdoptContext,
  { userId, unipileAccountId }: AccountAdoption,
): Promise<AccountRecord> {
  const known = await accounts.findByAccountId(unipileAccountId)
  if (known) return ownedBy(userId, known)
  // Newer reports of its status count.
  const askedAt = new Date(now())
  const account = await upstream.readAccount(unipileAccountId)
  if (!providerCatalogue.some(({ id }) => id === account.provider)) throw new ConnectError('unknown_provider')
  const { provider, providerUserId, status, name, initialSync } = account
  const adopted = await accounts.adopt(
    {
      userId,
      provider,
      accountId: account.id,
      providerUserId,
      status,
      ...(name ? { name } : {}),
      ...(initialSync ? { initialSync } : {}),
    },
    askedAt,
  )
  return adopted ?? ownedBy(userId, await accounts.findByAccountId(account.id))
}

function ownedBy(userId: string, account: AccountRecord | undefined): AccountRecord {
  if (account?.userId === userId) return account
  // One that is gone again was another call's, which has just adopted and disconnected it.
  throw new ConnectError('account_exists', { detail: 'Another user here has this account.' })
}
