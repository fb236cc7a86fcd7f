import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** A step that the user can continue on their phone, by a link to this page. */
export function ContinueOnPhone() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({ type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'sms' }),
      )}
      intentId="intent-1"
      memory={null}
      continueOnPhone
    />
  )
}
