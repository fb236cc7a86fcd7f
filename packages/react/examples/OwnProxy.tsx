import { sampleAccount, sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** The host lets its users enter their own proxy. */
export function OwnProxy() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        providers: [withUserProxy('linkedin')],
        start: () => ({ type: 'linked', account: sampleAccount }),
      })}
      memory={null}
    />
  )
}

function withUserProxy(id: string) {
  const provider = sampleProvider(id)
  return { ...provider, methods: provider.methods.map((method) => ({ ...method, userProxy: true })) }
}
