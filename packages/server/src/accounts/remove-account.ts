import { type AccountRecord, AccountStore, type Removal } from '../store/account-store.ts'
import type { Database, Queries } from '../store/database.ts'
import { accountEvent } from '../store/new-host-event.ts'
import { OutboxStore, type TargetsOf } from '../store/outbox-store.ts'

export interface RemoveContext {
  readonly database: Pick<Database, 'transaction'>
  readonly targetsOf: TargetsOf
}

/** Removes the account here, and tells the host. @returns the account as it was; `undefined` if it no longer exists. */
export async function removeAccount(
  { database, targetsOf }: RemoveContext,
  accountId: string,
  removal: Removal,
  at: Date,
): Promise<AccountRecord | undefined> {
  return database.transaction((transaction) => removeWithin(transaction, targetsOf, accountId, removal, at))
}

/** The same in a transaction of the caller's. */
export async function removeWithin(
  transaction: Queries,
  targetsOf: TargetsOf,
  accountId: string,
  removal: Removal,
  at: Date,
): Promise<AccountRecord | undefined> {
  const removed = await new AccountStore(transaction).remove(accountId, removal, at)
  if (removed)
    await new OutboxStore(transaction, targetsOf).add([accountEvent('account.removed', removed)], at)
  return removed
}
