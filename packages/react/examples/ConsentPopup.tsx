import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** The provider's consent page in a popup. */
export function ConsentPopup() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt(
          { type: 'consent', id: 'consent', url: '#consent' },
          { provider: 'google', method: 'consent' },
        ),
      )}
      intentId="intent-1"
      memory={null}
      consent="popup"
    />
  )
}
