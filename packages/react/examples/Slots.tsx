import { ConnectAccount } from '@connect-account/react'
import { useState } from 'react'
import { browserSandbox } from './browser-sandbox.ts'

/** Content and buttons of the host in the kit's card. */
export function Slots() {
  const [{ transport }] = useState(browserSandbox)
  return (
    <ConnectAccount
      transport={transport}
      memory={null}
      slots={{
        top: <strong>Tidewater</strong>,
        picker: <p>Your inbox starts with one account. You can add more at any time.</p>,
        provider: ({ provider }) => provider.id === 'linkedin' && <small>Most used</small>,
        form: <p>We never post for you.</p>,
        end: ({ step }) => step.type === 'linked' && <a href="#inbox">Open your inbox</a>,
        button: ({ variant, isPending, ...props }) => (
          <button {...props}>{isPending ? 'One moment…' : props.children}</button>
        ),
        bottom: <small>Need help? Write to support@tidewater.example.</small>,
      }}
    />
  )
}
