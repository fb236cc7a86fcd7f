import { sampleAccount, sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

const linkedin = sampleProvider('linkedin')
const providers = [{ ...linkedin, methods: linkedin.methods.filter(({ id }) => id === 'cookies') }]

/** Sign-in with cookies: a value, a header or an export, which is checked before it is sent. */
export function CredentialsCookies() {
  return (
    <ConnectAccount
      transport={scriptedTransport({ providers, start: () => ({ type: 'linked', account: sampleAccount }) })}
      memory={null}
    />
  )
}
