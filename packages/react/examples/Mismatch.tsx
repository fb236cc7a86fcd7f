import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The user signed in to a different account. */
export function Mismatch() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ intent: sampleIntent({ type: 'mismatch' }, { mode: 'relink' }) })}
      intentId="intent-1"
      memory={null}
    />
  )
}
