import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** Telegram's second factor: a password of the user's own choice. */
export function TwoFactorPassword() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt(
          { type: 'two_factor', id: 'password', format: 'password', platform: 'app' },
          { provider: 'telegram', method: 'qr' },
        ),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
