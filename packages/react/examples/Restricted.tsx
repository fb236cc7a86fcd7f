import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** Unipile does not allow this account. */
export function Restricted() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        intent: sampleIntent({
          type: 'restricted',
          reason: 'Account under review',
          providerUserId: 'ACoAAB-12345',
        }),
      })}
      intentId="intent-1"
      memory={null}
      support={<a href="mailto:support@example.com">Contact support</a>}
    />
  )
}
