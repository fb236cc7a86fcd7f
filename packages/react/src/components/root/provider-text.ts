import type { Provider } from '@connect-account/core'
import type { FirstMessages } from '../../locales/messages.ts'
import { useRoot } from './root-context.ts'

/** What texts call a provider. A brand has the same name everywhere. */
export function providerText({ providers }: FirstMessages, { id, name }: Pick<Provider, 'id' | 'name'>) {
  return providers[id] ?? { name, service: name, account: name }
}

/** The same with the host's messages. */
export function useProviderText(provider: Provider) {
  return providerText(useRoot().messages, provider)
}
