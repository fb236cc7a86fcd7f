import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The user canceled. */
export function Canceled() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ intent: sampleIntent({ type: 'canceled' }) })}
      intentId="intent-1"
      memory={null}
    />
  )
}
