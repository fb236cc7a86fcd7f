import { ConnectError } from '@connect-account/core'
import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The sign-in form. The password `wrong` is refused; any other leads to a code. */
export function Credentials() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        start: ({ credentials }) =>
          credentials?.reveal().password === 'wrong'
            ? new ConnectError('invalid_credentials')
            : { type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'email' },
        solve: () => ({ type: 'linked', account: sampleAccount }),
      })}
      memory={null}
      providers={['linkedin']}
    />
  )
}
