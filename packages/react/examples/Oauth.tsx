import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** The provider's consent page. */
export function Oauth() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({ type: 'oauth', id: 'consent', url: 'https://example.com/consent' }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
