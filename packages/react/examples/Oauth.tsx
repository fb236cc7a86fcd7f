import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** The way to the provider's consent page. */
export function Oauth() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({ type: 'oauth', id: 'consent', url: '#consent' }, { provider: 'google', method: 'oauth' }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
