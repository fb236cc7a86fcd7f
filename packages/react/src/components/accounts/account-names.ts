import type { Account, Provider } from '@connect-account/core'
import type { FirstMessages } from '../../locales/messages.ts'
import { providerText } from '../root/provider-text.ts'

/**
 * An account with its name and its provider's. `provider` is `undefined` if the session does not offer it.
 */
export interface NamedAccount {
  readonly account: Account
  readonly provider: Provider | undefined
  readonly name: string
  readonly providerName: string
  /** What texts call the provider. */
  readonly service: string
}

export function nameAccount(
  account: Account,
  providers: readonly Provider[] | undefined,
  messages: FirstMessages,
): NamedAccount {
  const provider = providers?.find(({ id }) => id === account.provider)
  const { name: providerName, service } = providerText(
    messages,
    provider ?? { id: account.provider, name: account.provider },
  )
  return { account, provider, providerName, service, name: account.name ?? providerName }
}
