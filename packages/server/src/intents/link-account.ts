import type { AccountRecord, AccountStore } from '../store/account-store.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import type { UpstreamAccount } from '../upstream/upstream.ts'

/** Makes the account the intent's user's, or refreshes it where it is already; `undefined` where it is another user's. */
export function linkAccount(
  accounts: AccountStore,
  { userId, provider }: IntentRecord,
  account: UpstreamAccount,
  now: number,
): Promise<AccountRecord | undefined> {
  return accounts.link(
    {
      userId,
      provider,
      accountId: account.id,
      providerUserId: account.providerUserId,
      status: account.status,
      ...(account.name ? { name: account.name } : {}),
    },
    new Date(now),
  )
}
