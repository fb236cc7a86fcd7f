import { ConnectError } from '@connect-account/core'
import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { running, sampleProviders } from './sample-accounts.ts'

/** The server refuses each change. The list shows the error and keeps the old value. */
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
