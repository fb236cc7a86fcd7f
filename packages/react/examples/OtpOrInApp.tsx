import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** A code or an approval on the phone. */
export function OtpOrInApp() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({
          type: 'otp_or_in_app',
          id: 'code',
          format: 'digits',
          length: 6,
          channel: 'sms',
          resendAt: inSeconds(0),
        }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
