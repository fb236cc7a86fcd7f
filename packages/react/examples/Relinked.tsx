import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The account is reconnected. */
export function Relinked() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        intent: sampleIntent({ type: 'relinked', account: sampleAccount }, { mode: 'relink' }),
      })}
      intentId="intent-1"
      memory={null}
    />
  )
}
