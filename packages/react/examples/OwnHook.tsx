import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccountRoot, useConnectAccount } from '@connect-account/react'
import { useState } from 'react'
import { scriptAt } from './script.ts'

/** The host calls the hook; the kit renders the screens. */
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
