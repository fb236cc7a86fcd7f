import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** No code was scanned in time. */
export function ExpiredQr() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        intent: sampleIntent({ type: 'expired' }, { provider: 'whatsapp', method: 'qr' }),
      })}
      intentId="intent-1"
      memory={null}
    />
  )
}
