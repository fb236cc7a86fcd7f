import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccountRoot, useReconnect } from '@connect-account/react'
import { useState } from 'react'

/** A button of the host starts the flow; the kit renders the screens. */
export function UseReconnect() {
  const [transport] = useState(() =>
    scriptedTransport({ start: () => ({ type: 'relinked', account: sampleAccount }) }),
  )
  const { reconnect, close, step } = useReconnect({
    accountId: sampleAccount.id,
    provider: sampleAccount.provider,
    transport,
    memory: null,
  })
  if (!step) {
    return (
      <button type="button" onClick={reconnect}>
        Reconnect {sampleAccount.name}
      </button>
    )
  }
  return (
    <>
      <ConnectAccountRoot connect={{ step }} takesFocus />
      <button type="button" onClick={close}>
        Hide
      </button>
    </>
  )
}
