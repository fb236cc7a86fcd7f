import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The account is this user's already, and lost its session: it can be connected again from here. */
export function DuplicateDisconnected() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        intent: sampleIntent({
          type: 'duplicate',
          account: { ...sampleAccount, status: 'disconnected' },
        }),
        start: ({ accountId }) =>
          accountId === sampleAccount.id
            ? { type: 'relinked', account: sampleAccount }
            : { type: 'mismatch' },
      })}
      intentId="intent-1"
      memory={null}
    />
  )
}
