import { sampleAccount, sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

const linkedin = sampleProvider('linkedin')
const providers = [{ ...linkedin, methods: linkedin.methods.filter(({ id }) => id === 'cookies') }]

/**
 * Signing in with the cookies of a browser: a value, a header or a whole export is pasted, and checked before
 * it is sent.
 */
export function CredentialsCookies() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ providers, start: () => ({ type: 'linked', account: sampleAccount }) })}
      memory={null}
    />
  )
}
