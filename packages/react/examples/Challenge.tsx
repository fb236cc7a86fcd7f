import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** The user chooses how to verify. */
export function Challenge() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({
          type: 'challenge',
          id: 'challenge',
          options: [
            { id: 'sms', label: 'Text message', description: 'To the number that ends in 42' },
            { id: 'email', label: 'Email', description: 'To a•••@example.com' },
            { id: 'app', label: 'Authenticator app' },
          ],
        }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
