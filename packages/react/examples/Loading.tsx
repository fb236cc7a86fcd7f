import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** The provider is still working. */
export function Loading() {
  return (
    <ConnectAccount
      transport={scriptedTransport(scriptAt({ type: 'loading', id: 'loading' }))}
      intentId="intent-1"
      memory={null}
    />
  )
}
