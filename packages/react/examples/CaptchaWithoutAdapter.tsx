import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** The host registered no captcha adapter. */
export function CaptchaWithoutAdapter() {
  return (
    <ConnectAccount
      transport={scriptedTransport(scriptAt({ type: 'captcha', id: 'captcha', publicKey: null, data: null }))}
      intentId="intent-1"
      memory={null}
      support={<a href="mailto:support@example.com">Contact support</a>}
    />
  )
}
