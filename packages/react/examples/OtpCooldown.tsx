import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** The code was just sent, and can be resent in half a minute. */
export function OtpCooldown() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({
          type: 'otp',
          id: 'code',
          format: 'digits',
          length: 6,
          channel: 'sms',
          resendAt: inSeconds(30),
        }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
