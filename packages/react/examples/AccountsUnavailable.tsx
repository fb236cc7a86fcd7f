import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { sampleProviders } from './sample-accounts.ts'

/** The backend can't be reached. */
export function AccountsUnavailable() {
  const [client] = useState(() => scriptedAccounts({ connection: 'offline' }))
  return <AccountList client={client} providers={sampleProviders} />
}
