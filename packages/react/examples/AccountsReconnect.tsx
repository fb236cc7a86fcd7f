import { scriptedAccounts, scriptedTransport } from '@connect-account/core/testing'
import { AccountListRoot, useAccounts } from '@connect-account/react/accounts'
import { useState } from 'react'
import { disconnected, sampleProviders } from './sample-accounts.ts'

/** Reconnects an account in the kit's dialog. The list updates right away. */
export function AccountsReconnect() {
  const [client] = useState(() => scriptedAccounts({ accounts: [disconnected] }))
  const [transport] = useState(() =>
    scriptedTransport({
      start() {
        const account = { ...disconnected, status: 'running' as const }
        client.push([account])
        return { type: 'relinked', account }
      },
    }),
  )
  const list = useAccounts({ client })
  return <AccountListRoot list={list} providers={sampleProviders} reconnect={{ transport, memory: null }} />
}
