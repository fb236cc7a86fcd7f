import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** An approval on the phone. */
export function InApp() {
  return (
    <ConnectAccount
      transport={scriptedTransport(scriptAt({ type: 'in_app', id: 'approval', resendAt: inSeconds(15) }))}
      intentId="intent-1"
      memory={null}
    />
  )
}
