import type { Method, Provider, ProviderKind } from '@connect-account/core'
import { sampleAccount, sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'

/** Many providers of several kinds, with a filter and a search field. */
export function PickerMany() {
  return (
    <ConnectAccount
      transport={scriptedTransport({
        providers,
        start: ({ provider }) => ({ type: 'linked', account: { ...sampleAccount, provider } }),
      })}
      memory={null}
    />
  )
}

const dot = 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm0 5a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z'
const square = 'M6 3h12a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Zm2 5v8h8V8Z'

function createProvider(name: string, kind: ProviderKind, path: string, color: string): Provider {
  const methods: Method[] = [{ id: 'qr', kind: 'qr', label: 'Scan a QR code', steps: [] }]
  return { id: name.toLowerCase(), name, kind, icon: [{ path, color }], methods }
}

const providers: readonly Provider[] = [
  sampleProvider('linkedin'),
  sampleProvider('whatsapp'),
  createProvider('Pigeon', 'messaging', dot, '#2f7de1'),
  createProvider('Semaphore', 'messaging', square, '#d6336c'),
  createProvider('Townsquare', 'social', square, '#000000'),
  createProvider('Postbox', 'email', square, '#e8590c'),
  createProvider('Telegraph', 'email', dot, '#0b7285'),
  createProvider('Beacon', 'messaging', square, '#5f3dc4'),
  createProvider('Courier', 'messaging', dot, '#2b8a3e'),
  createProvider('Signpost', 'social', dot, '#c92a2a'),
  createProvider('Village', 'social', square, '#1864ab'),
  createProvider('Letterbox', 'email', dot, '#862e9c'),
  createProvider('Almanac', 'calendar', square, '#087f5b'),
]
