import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** The number was refused. */
export function PhoneError() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({ type: 'phone', id: 'phone', error: { code: 'invalid_phone' } }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
