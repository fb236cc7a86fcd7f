import { scriptedTransport } from '@connect-account/core/testing'
import { AccountStatusBadge, ReconnectButton } from '@connect-account/react/accounts'
import { useState } from 'react'
import { disconnected } from './sample-accounts.ts'

/** A row of the host: the account's status, and a button that reconnects it. */
export function ReconnectAccount() {
  const [ended, setEnded] = useState('')
  const [transport] = useState(() =>
    scriptedTransport({
      start: () => ({ type: 'relinked', account: { ...disconnected, status: 'running' } }),
    }),
  )
  return (
    <div>
      <p>
        {disconnected.name}: <AccountStatusBadge account={disconnected} />
      </p>
      <ReconnectButton
        account={disconnected}
        transport={transport}
        memory={null}
        onEnd={({ type }) => setEnded(type)}
      />
      <p>{ended}</p>
    </div>
  )
}
