import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds } from './script.ts'

/** Only one provider is offered, so the flow starts with its QR code. */
export function SingleProvider() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        start: () => ({
          type: 'qr',
          id: 'code',
          qrcode: 'https://example.com/link#4f7d2c90a1b35e68',
          shownAt: inSeconds(0),
          expiresAt: inSeconds(60),
          round: 1,
        }),
      })}
      memory={null}
      providers={['whatsapp']}
    />
  )
}
