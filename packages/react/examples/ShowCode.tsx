import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** A code to enter on the phone. */
export function ShowCode() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt(
          {
            type: 'show',
            id: 'pairing',
            show: { kind: 'code', value: 'F7KM-29XQ', label: 'F7KM-29XQ', expiresAt: inSeconds(180) },
          },
          { provider: 'whatsapp', method: 'qr' },
        ),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
