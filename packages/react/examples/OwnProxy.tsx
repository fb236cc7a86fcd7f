import { sampleAccount, sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** A host that lets its users name a proxy of their own. */
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
