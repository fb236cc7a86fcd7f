import type { enAccounts } from '../../locales/en-accounts.ts'
import type { NamedAccount } from './account-names.ts'
import { describeStatus } from './describe-status.ts'

/** Describes the changes of the list for screen readers. Empty if there are none. */
export function describeChanges(
  { accounts: { news }, accountStatus }: typeof enAccounts,
  before: readonly NamedAccount[],
  after: readonly NamedAccount[],
): string {
  const old = new Map(before.map((named) => [named.account.id, named]))
  const texts: string[] = []
  for (const { account, name } of after) {
    const known = old.get(account.id)
    old.delete(account.id)
    if (!known) texts.push(news.connected(name))
    else {
      if (known.account.name !== account.name) texts.push(news.renamed(known.name, name))
      if (known.account.status !== account.status) {
        texts.push(news.status(name, describeStatus(accountStatus, account).label))
      }
    }
  }
  for (const { name } of old.values()) texts.push(news.gone(name))
  return texts.join(' ')
}
