import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The sign-in never ends. */
export function CredentialsPending() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ start: () => new Promise(() => {}) })}
      memory={null}
      providers={['linkedin']}
    />
  )
}
