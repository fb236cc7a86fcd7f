import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** A code from an authenticator app, which has no resend. */
export function TwoFactorApp() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({ type: 'two_factor', id: 'code', format: 'digits', length: 6, platform: 'app' }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
