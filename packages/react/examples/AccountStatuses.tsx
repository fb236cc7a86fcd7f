import { AccountStatusBadge } from '@connect-account/react/accounts'
import { sampleAccounts } from './sample-accounts.ts'

/** Every status alone, in the host's own list. */
export function AccountStatuses() {
  return (
    <ul>
      {sampleAccounts.map((account) => (
        <li key={account.id}>
          <AccountStatusBadge account={account} />
        </li>
      ))}
    </ul>
  )
}
