import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** Telegram's second factor is a password that the user chose. */
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
