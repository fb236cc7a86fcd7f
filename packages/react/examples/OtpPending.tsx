import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The check of the code never ends. */
export function OtpPending() {
  const intent = sampleIntent({ type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'email' })
  return (
    <ConnectAccount
      transport={scriptedTransport({ intent, solve: () => new Promise(() => {}) })}
      intentId="intent-1"
      memory={null}
    />
  )
}
