import { AccountStatusBadge } from '@connect-account/react/accounts'
import { sampleAccounts } from './sample-accounts.ts'

/** Every status on its own, in a list of the host. */
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
