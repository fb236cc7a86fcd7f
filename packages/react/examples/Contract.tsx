import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** A choice of contracts. */
export function Contract() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({
          type: 'contract',
          id: 'contract',
          options: [
            { id: 'c1', label: 'Recruiter Corporate, Sandbox Ltd' },
            { id: 'c2', label: 'Sales Navigator Advanced' },
          ],
        }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
