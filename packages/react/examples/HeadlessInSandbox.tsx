import { altchaCaptcha } from '@connect-account/react/altcha'
import { useState } from 'react'
import { browserSandbox } from './browser-sandbox.ts'
import { Headless } from './Headless.tsx'
import { SandboxPhone } from './SandboxPhone.tsx'

const captcha = altchaCaptcha()

/** The headless flow against a server and a phone in this page. */
export function HeadlessInSandbox() {
  const [{ transport, phone }] = useState(browserSandbox)
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 32, alignItems: 'flex-start' }}>
      <Headless transport={transport} memory={null} captcha={captcha} />
      <SandboxPhone phone={phone} />
    </div>
  )
}
