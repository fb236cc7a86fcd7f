import { ConnectError } from '@connect-account/core'
import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The sign-in was refused. The user name stays; the password is cleared. */
export function CredentialsError() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ start: () => new ConnectError('invalid_credentials') })}
      memory={null}
      providers={['linkedin']}
    />
  )
}
