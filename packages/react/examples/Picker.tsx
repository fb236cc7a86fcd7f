import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds } from './script.ts'

/** Every provider of the catalogue, and the whole flow to a linked account. */
export function Picker() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        start: ({ method }) =>
          method === 'qr'
            ? {
                type: 'qr',
                id: 'code',
                qrcode: 'https://example.com/link#4f7d2c90a1b35e68',
                shownAt: inSeconds(0),
                expiresAt: inSeconds(60),
                round: 1,
              }
            : {
                type: 'otp',
                id: 'code',
                format: 'digits',
                length: 6,
                channel: 'email',
                resendAt: inSeconds(30),
              },
        solve: () => ({ type: 'linked', account: sampleAccount }),
      })}
      memory={null}
    />
  )
}
