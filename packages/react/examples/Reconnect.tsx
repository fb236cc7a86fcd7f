import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** An account that lost its session is connected again: the flow starts at its provider. */
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
