import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** No news from the server can arrive. */
export function Offline() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        ...scriptAt({ type: 'in_app', id: 'approval' }),
        connection: 'offline',
      })}
      intentId="intent-1"
      memory={null}
    />
  )
}
