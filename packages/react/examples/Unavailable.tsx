import { ConnectError } from '@connect-account/core'
import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The backend can't be reached, and a retry fails too. */
export function Unavailable() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ providers: new ConnectError('network_unreachable') })}
      memory={null}
    />
  )
}
