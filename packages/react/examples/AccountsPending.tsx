import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { running, sampleProviders } from './sample-accounts.ts'

/** The server never responds. */
export function AccountsPending() {
  const [client] = useState(() =>
    scriptedAccounts({ accounts: [running], disconnect: () => new Promise(() => {}) }),
  )
  return <AccountList client={client} providers={sampleProviders} />
}
