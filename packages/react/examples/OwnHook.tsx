import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccountRoot, useConnectAccount } from '@connect-account/react'
import { useState } from 'react'
import { scriptAt } from './script.ts'

/** The hook is the caller's; the screens are the kit's. */
export function OwnHook() {
  const [transport] = useState(() => scriptedTransport(scriptAt({ type: 'phone', id: 'phone' })))
  const connect = useConnectAccount({ transport, intentId: 'intent-1', memory: null })
  return (
    <>
      <ConnectAccountRoot connect={connect} />
      <p>
        The step is <code>{connect.step.type}</code>.
      </p>
    </>
  )
}
