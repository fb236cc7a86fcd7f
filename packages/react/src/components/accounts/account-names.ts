import type { Account, Provider } from '@connect-account/core'

/** What an account and its provider are called; `provider` is absent where the session does not offer it, or not yet. */
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
