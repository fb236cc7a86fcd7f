import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** This user already connected the account. */
export function Duplicate() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ intent: sampleIntent({ type: 'duplicate', account: sampleAccount }) })}
      intentId="intent-1"
      memory={null}
    />
  )
}
