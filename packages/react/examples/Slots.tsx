import { ConnectAccount } from '@connect-account/react'
import { useState } from 'react'
import { browserSandbox } from './browser-sandbox.ts'
import './slots.css'

/** Content and buttons of the host in the kit's card. */
export function Slots() {
  const [{ transport }] = useState(browserSandbox)
  return (
    <ConnectAccount
      transport={transport}
      memory={null}
      appearance="light"
      slots={{
        top: <strong>Tidewater</strong>,
        picker: 'Your inbox starts with one account. You can add more at any time.',
        provider: ({ provider }) =>
          provider.id === 'linkedin' && <span className="own-badge">Most used</span>,
        form: 'We never post for you.',
        end: ({ step }) => step.type === 'linked' && <a href="#inbox">Open your inbox</a>,
        button: ({ variant, isPending, ...props }) => (
          <button {...props} className="own-button" data-kind={variant}>
            {isPending ? 'One moment…' : props.children}
          </button>
        ),
        bottom: <small>Need help? Write to support@tidewater.example.</small>,
      }}
    />
  )
}
