import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The flow failed, and the user can try again. */
export function Failed() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        intent: sampleIntent({ type: 'failed', error: { code: 'provider_unavailable' }, retryable: true }),
      })}
      intentId="intent-1"
      memory={null}
      support={<a href="mailto:support@example.com">Contact support</a>}
    />
  )
}
