import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** The QR code expired and the next one has not arrived. */
export function QrStale() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt(
          {
            type: 'qr',
            id: 'code',
            qrcode: 'https://example.com/link#4f7d2c90a1b35e68',
            shownAt: inSeconds(-60),
            expiresAt: inSeconds(-1),
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
