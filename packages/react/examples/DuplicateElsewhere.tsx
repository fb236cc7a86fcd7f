import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** Someone else already connected the account. Nothing about them is revealed. */
export function DuplicateElsewhere() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ intent: sampleIntent({ type: 'duplicate' }) })}
      intentId="intent-1"
      memory={null}
      support={<a href="mailto:support@example.com">Contact support</a>}
    />
  )
}
