import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** An emoji to find on the phone and tap. */
export function ShowEmoji() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt(
          {
            type: 'show',
            id: 'pairing',
            show: { kind: 'emoji', value: '🦊', label: 'fox', expiresAt: inSeconds(60) },
          },
          { provider: 'google_messages', method: 'qr' },
        ),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
