import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** Reconnects an account. The flow starts at its provider. */
export function Reconnect() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        start: ({ accountId }) =>
          accountId === sampleAccount.id
            ? { type: 'relinked', account: sampleAccount }
            : { type: 'mismatch' },
      })}
      memory={null}
      providers={[sampleAccount.provider]}
      accountId={sampleAccount.id}
    />
  )
}
