import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The account is linked, its messages are being imported, and the host asks the user to wait. */
export function LinkedImporting() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        intent: sampleIntent({ type: 'linked', account: { ...sampleAccount, initialSync: 'running' } }),
      })}
      intentId="intent-1"
      memory={null}
      waitForSync
      onClose={() => {}}
    />
  )
}
