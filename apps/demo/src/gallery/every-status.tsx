import { scriptedAccounts } from '@connect-account/core/testing'
import type { Appearance, Locale } from '@connect-account/react'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { sampleAccounts, sampleProviders } from '../../../../packages/react/examples/sample-accounts.ts'

interface EveryStatusProps {
  readonly appearance: Appearance
  readonly locale: Locale | undefined
}

/** A list with an account in every status. It is not connected to the demo's server. */
export default function EveryStatus(look: EveryStatusProps) {
  const [client] = useState(() => scriptedAccounts({ accounts: sampleAccounts }))
  return <AccountList client={client} providers={sampleProviders} reconnect={() => {}} {...look} />
}
