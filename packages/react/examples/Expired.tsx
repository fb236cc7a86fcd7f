import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The sign-in expired. */
export function Expired() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ intent: sampleIntent({ type: 'expired' }) })}
      intentId="intent-1"
      memory={null}
    />
  )
}
