import type { Account, Provider } from '@connect-account/core'

/**
 * An account with its name and its provider's. `provider` is `undefined` if the session does not offer it.
 */
export interface NamedAccount {
  readonly account: Account
  readonly provider: Provider | undefined
  readonly name: string
  readonly providerName: string
}

export function nameAccount(account: Account, providers: readonly Provider[] | undefined): NamedAccount {
  const provider = providers?.find(({ id }) => id === account.provider)
  const providerName = provider?.name ?? account.provider
  return { account, provider, providerName, name: account.name ?? providerName }
}
