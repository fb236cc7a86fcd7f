import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** The last code was wrong. */
export function OtpError() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({
          type: 'otp',
          id: 'code',
          format: 'digits',
          length: 6,
          channel: 'sms',
          resendAt: inSeconds(0),
          error: { code: 'invalid_code' },
        }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
