import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** Always dark. */
export function Dark() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({
          type: 'otp',
          id: 'code',
          format: 'digits',
          length: 6,
          channel: 'email',
          resendAt: inSeconds(0),
        }),
      )}
      intentId="intent-1"
      memory={null}
      appearance="dark"
    />
  )
}
