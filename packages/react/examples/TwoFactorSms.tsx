import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** A second factor by text message. */
export function TwoFactorSms() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({
          type: 'two_factor',
          id: 'code',
          format: 'digits',
          length: 6,
          platform: 'sms',
          resendAt: inSeconds(0),
        }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
