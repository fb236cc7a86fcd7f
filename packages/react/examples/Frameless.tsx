import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The flow in a card of the host. */
export function Frameless() {
  return (
    <div style={{ maxWidth: 400, padding: 24, border: '1px solid #d4d4d8', borderRadius: 4 }}>
      <ConnectAccount
        transport={scriptedTransport()}
        memory={null}
        appearance={{ layout: { frame: 'none' } }}
      />
    </div>
  )
}
