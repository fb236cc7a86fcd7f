import type { enAccounts } from '../../locales/en-accounts.ts'
import type { NamedAccount } from './account-names.ts'
import { describeStatus } from './describe-status.ts'

/** Describes the changes of the list for screen readers. Empty if there are none. */
export function describeChanges(
  { accounts: { changes }, accountStatus }: typeof enAccounts,
  before: readonly NamedAccount[],
  after: readonly NamedAccount[],
): string {
  const old = new Map(before.map((named) => [named.account.id, named]))
  const texts: string[] = []
  for (const { account, name } of after) {
    const known = old.get(account.id)
    old.delete(account.id)
    if (!known) texts.push(changes.connected(name))
    else {
      if (known.account.name !== account.name) texts.push(changes.renamed(known.name, name))
      if (known.account.status !== account.status) {
        texts.push(changes.status(name, describeStatus(accountStatus, account).label))
      }
    }
  }
  for (const { name } of old.values()) texts.push(changes.removed(name))
  return texts.join(' ')
}
