import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** A QR code that is valid for most of a minute. */
export function Qr() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt(
          {
            type: 'qr',
            id: 'code',
            qrcode: 'https://example.com/link#4f7d2c90a1b35e68',
            shownAt: inSeconds(-10),
            expiresAt: inSeconds(50),
            round: 1,
          },
          { provider: 'whatsapp', method: 'qr' },
        ),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
