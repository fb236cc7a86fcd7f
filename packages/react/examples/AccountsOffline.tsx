import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { running, sampleProviders } from './sample-accounts.ts'

/** Offline. The last known list stays. */
export function AccountsOffline() {
  const [client] = useState(() => scriptedAccounts({ accounts: [running], connection: 'offline' }))
  return <AccountList client={client} providers={sampleProviders} />
}
