import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** A checkpoint that this version has no screen for, and a page of the host that may have one. */
export function UnsupportedHosted() {
  return (
    <ConnectAccount
      transport={scriptedTransport(scriptAt({ type: 'unsupported', id: 'novel', name: 'NOVEL' }))}
      intentId="intent-1"
      memory={null}
      hostedPage={({ provider }) => `https://example.com/hosted?provider=${provider}`}
    />
  )
}
