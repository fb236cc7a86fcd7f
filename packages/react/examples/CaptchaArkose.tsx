import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { arkoseInPage } from '@connect-account/react/arkose'
import { scriptAt } from './script.ts'

/** Replaces the vendor's script, so that this example needs no key. One button solves the captcha. */
const vendorScript = `
  const { callback } = document.currentScript.dataset
  let config
  window[callback]({
    setConfig(given) { config = given; config.onReady() },
    run() {
      const button = document.createElement('button')
      button.textContent = 'Solve ' + config.data.blob
      button.onclick = () => config.onCompleted({ token: 'solved' })
      document.querySelector(config.selector).append(button)
    },
  })
`

const captcha = arkoseInPage({ scriptUrl: () => `data:text/javascript,${encodeURIComponent(vendorScript)}` })

/** A captcha by Arkose Labs, as LinkedIn uses it. */
export function CaptchaArkose() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({ type: 'captcha', id: 'captcha', publicKey: 'public-key', data: 'the puzzle' }),
      )}
      intentId="intent-1"
      memory={null}
      captcha={captcha}
    />
  )
}
