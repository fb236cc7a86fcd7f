import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The flow as a page of its own. */
export function FullPage() {
  return (
    <ConnectAccount
      transport={scriptedTransport()}
      memory={null}
      appearance={{ layout: { frame: 'page' } }}
    />
  )
}
