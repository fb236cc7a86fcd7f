import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { altchaCaptcha } from '@connect-account/react/altcha'
import { scriptAt } from './script.ts'

const captcha = altchaCaptcha()

/** An easy challenge, as a server creates it with altcha-lib's `createChallenge`. */
const challenge = JSON.stringify({
  parameters: {
    algorithm: 'SHA-256',
    cost: 1,
    expiresAt: Math.floor(Date.now() / 1000) + 600,
    keyLength: 32,
    keyPrefix: '00',
    nonce: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    salt: '00112233445566778899aabbccddeeff',
  },
})

/** A captcha by the ALTCHA adapter: proof of work without a third party. */
export function Captcha() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({ type: 'captcha', id: 'captcha', publicKey: null, data: challenge }),
      )}
      intentId="intent-1"
      memory={null}
      captcha={captcha}
    />
  )
}
