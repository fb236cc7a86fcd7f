import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** A checkpoint that this version does not know, and a page of the host's that may. */
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
