import { ConnectError } from '@connect-account/core'
import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The mail host accepts only app passwords. */
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
