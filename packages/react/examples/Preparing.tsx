import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The providers are loading. */
export function Preparing() {
  return <ConnectAccount transport={scriptedTransport({ providers: new Promise(() => {}) })} memory={null} />
}
