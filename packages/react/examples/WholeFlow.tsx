import { ConnectAccountDialog } from '@connect-account/react'
import { altchaCaptcha } from '@connect-account/react/altcha'
import { useState } from 'react'
import { browserSandbox } from './browser-sandbox.ts'
import { SandboxPhone } from './SandboxPhone.tsx'
import './whole-flow.css'

const captcha = altchaCaptcha()

/** What can happen, and the sign-in name that makes it happen. */
const names = [
  ['A code', 'otp@sandbox.test'],
  ['A captcha, then a code', 'captcha+otp@sandbox.test'],
  ['An approval on the phone', 'in-app@sandbox.test'],
  ['A code or an approval', 'otp-or-in-app@sandbox.test'],
  ['An authenticator app, then a contract', '2fa-app+contract@sandbox.test'],
  ['A phone number, then a code', 'phone+2fa-sms@sandbox.test'],
  ['A choice of ways to verify', 'challenge@sandbox.test'],
  ['Connected before', 'duplicate@sandbox.test'],
  ['Restricted by the provider', 'restricted@sandbox.test'],
] as const

/** The whole flow in a dialog, to click through: the server and the user's phone are in this page. */
export function WholeFlow() {
  const [isOpen, setOpen] = useState(false)
  const [{ transport, phone }] = useState(browserSandbox)
  return (
    <div className="whole-flow">
      <h1>Try the whole flow</h1>
      <p>
        Choose a provider, and sign in with one of these names and any password. The password{' '}
        <code>wrong</code> is wrong. The user’s phone is below the screen: it shows codes, and approves.
      </p>
      <button type="button" onClick={() => setOpen(true)}>
        Connect an account
      </button>
      <dl>
        {names.map(([what, name]) => (
          <div key={name}>
            <dt>{what}</dt>
            <dd>
              <code>{name}</code>
            </dd>
          </div>
        ))}
      </dl>
      <ConnectAccountDialog
        open={isOpen}
        onOpenChange={setOpen}
        transport={transport}
        memory={null}
        captcha={captcha}
        slots={{ bottom: <SandboxPhone phone={phone} isHiddenIfEmpty /> }}
      />
    </div>
  )
}
