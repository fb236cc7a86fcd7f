import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The QR code was not scanned in time. */
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
