import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccountDialog } from '@connect-account/react'
import { useState } from 'react'

/** The dialog as a panel at the side of the window. */
export function SidePanel() {
  const [isOpen, setOpen] = useState(false)
  const [transport] = useState(() =>
    scriptedTransport({
      start: () => ({ type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'email' }),
      solve: () => ({ type: 'linked', account: sampleAccount }),
    }),
  )
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Connect an account
      </button>
      <ConnectAccountDialog
        open={isOpen}
        onOpenChange={setOpen}
        transport={transport}
        memory={null}
        appearance={{ layout: { placement: 'side' } }}
      />
    </>
  )
}
