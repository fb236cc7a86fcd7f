import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { sampleProviders } from './sample-accounts.ts'

/** No accounts yet. The button is the host's. */
export function AccountsEmpty() {
  const [client] = useState(() => scriptedAccounts({ accounts: [] }))
  return (
    <AccountList
      client={client}
      providers={sampleProviders}
      empty={<button type="button">Connect an account</button>}
    />
  )
}
