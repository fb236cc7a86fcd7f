import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { sampleProviders } from './sample-accounts.ts'

/** The list is loading. */
export function AccountsLoading() {
  const [client] = useState(() => scriptedAccounts({}))
  return <AccountList client={client} providers={sampleProviders} />
}
