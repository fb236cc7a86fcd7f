import { ConnectError } from '@connect-account/core'
import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The mail host refuses a person's own password to programs. */
export function MailAppPassword() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        start: () =>
          new ConnectError('app_password_needed', { helpUrl: 'https://example.com/app-passwords' }),
      })}
      memory={null}
      providers={['imap']}
    />
  )
}
