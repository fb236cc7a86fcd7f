import { ConnectError } from '@connect-account/core'
import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { running, sampleProviders } from './sample-accounts.ts'

/** What the server refuses is said, and not shown as done. */
export function AccountsRefused() {
  const [client] = useState(() =>
    scriptedAccounts({
      accounts: [running],
      rename: () => new ConnectError('rate_limited', { retryAfter: 30 }),
      disconnect: () => new ConnectError('upstream_unavailable'),
    }),
  )
  return <AccountList client={client} providers={sampleProviders} />
}
