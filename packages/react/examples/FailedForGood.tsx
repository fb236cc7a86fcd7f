import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The flow failed, and a retry can't help. */
export function FailedForGood() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        intent: sampleIntent({ type: 'failed', error: { code: 'upstream_unauthorized' }, retryable: false }),
      })}
      intentId="intent-1"
      memory={null}
      support={<a href="mailto:support@example.com">Contact support</a>}
    />
  )
}
