import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountListRoot, useAccounts } from '@connect-account/react/accounts'
import { useState } from 'react'
import { sampleAccounts, sampleProviders } from './sample-accounts.ts'

/** The host calls the hook, and shows a count elsewhere. */
export function AccountsOwnHook() {
  const [client] = useState(() => scriptedAccounts({ accounts: sampleAccounts }))
  const list = useAccounts({ client })
  const waiting = list.accounts.filter(({ status }) => status === 'disconnected')
  return (
    <>
      <p>Accounts that need attention: {waiting.length}</p>
      <AccountListRoot list={list} providers={sampleProviders} />
    </>
  )
}
