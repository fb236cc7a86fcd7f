import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The account is linked. */
export function Linked() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ intent: sampleIntent({ type: 'linked', account: sampleAccount }) })}
      intentId="intent-1"
      memory={null}
    />
  )
}
