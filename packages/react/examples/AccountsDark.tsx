import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { sampleAccounts, sampleProviders } from './sample-accounts.ts'

/** Always dark. */
export function AccountsDark() {
  const [client] = useState(() => scriptedAccounts({ accounts: sampleAccounts }))
  return <AccountList client={client} providers={sampleProviders} reconnect={() => {}} appearance="dark" />
}
