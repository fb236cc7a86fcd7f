import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** This user already connected the account, but it lost its session. A button reconnects it. */
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
