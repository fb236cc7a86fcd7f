import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** A phone number for a code. */
export function Phone() {
  return (
    <ConnectAccount
      transport={scriptedTransport(scriptAt({ type: 'phone', id: 'phone' }))}
      intentId="intent-1"
      memory={null}
    />
  )
}
