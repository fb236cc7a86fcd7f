import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** The user declined the sign-in on the phone. */
export function InAppDeclined() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({ type: 'failed', error: { code: 'approval_declined' }, retryable: true }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
