import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** A button that opens the provider's consent page. */
export function Consent() {
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
    />
  )
}
