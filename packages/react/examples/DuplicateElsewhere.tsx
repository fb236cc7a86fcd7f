import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The account is someone else's: nothing is revealed. */
export function DuplicateElsewhere() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ intent: sampleIntent({ type: 'duplicate' }) })}
      intentId="intent-1"
      memory={null}
      support={<a href="mailto:support@example.com">Write to support</a>}
    />
  )
}
