import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { altchaCaptcha } from '@connect-account/react/altcha'
import { altchaChallenge } from './altcha-challenge.ts'
import { scriptAt } from './script.ts'

const captcha = altchaCaptcha()

/** A captcha by the ALTCHA adapter: proof of work without a third party. */
export function Captcha() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({ type: 'captcha', id: 'captcha', publicKey: null, data: altchaChallenge }),
      )}
      intentId="intent-1"
      memory={null}
      captcha={captcha}
    />
  )
}
