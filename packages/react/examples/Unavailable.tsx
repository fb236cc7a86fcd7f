import { ConnectError } from '@connect-account/core'
import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The backend cannot be reached; trying again does not help here. */
export function Unavailable() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ providers: new ConnectError('network_unreachable') })}
      memory={null}
    />
  )
}
