import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The session offers no provider. */
export function NoProviders() {
  return <ConnectAccount transport={scriptedTransport({ providers: [] })} memory={null} />
}
