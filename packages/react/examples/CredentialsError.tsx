import { ConnectError } from '@connect-account/core'
import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** Signing in is refused: the name stays, the password is asked for again. */
export function CredentialsError() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ start: () => new ConnectError('invalid_credentials') })}
      memory={null}
      providers={['linkedin']}
    />
  )
}
