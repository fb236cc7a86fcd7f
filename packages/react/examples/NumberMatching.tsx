import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { inSeconds, scriptAt } from './script.ts'

/** An approval for which the phone asks which number is shown. */
export function NumberMatching() {
  return (
    <ConnectAccount
      transport={scriptedTransport(
        scriptAt({
          type: 'in_app',
          id: 'approval',
          resendAt: inSeconds(15),
          show: { kind: 'number', value: '42', label: '42' },
        }),
      )}
      intentId="intent-1"
      memory={null}
    />
  )
}
