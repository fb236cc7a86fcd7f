import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** Another identity signed in. */
export function Mismatch() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ intent: sampleIntent({ type: 'mismatch' }, { mode: 'relink' }) })}
      intentId="intent-1"
      memory={null}
    />
  )
}
