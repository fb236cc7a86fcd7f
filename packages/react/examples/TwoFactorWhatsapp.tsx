import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** A second factor by WhatsApp. */
export function TwoFactorWhatsapp() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({
          type: 'two_factor',
          id: 'code',
          format: 'digits',
          length: 6,
          platform: 'whatsapp',
          resendAt: inSeconds(20),
        }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
