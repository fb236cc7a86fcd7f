import { ConnectError } from '@connect-account/core'
import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The mail server is unknown. The form asks for its settings and has those that were found. */
export function MailSettings() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        start: ({ method }) =>
          method === 'password'
            ? new ConnectError('mail_settings_needed', {
                method: 'manual',
                prefill: { imap_host: 'imap.example.com', imap_port: '993', imap_encryption: 'tls' },
              })
            : { type: 'linked', account: { ...sampleAccount, provider: 'imap' } },
      })}
      memory={null}
      providers={['imap']}
    />
  )
}
