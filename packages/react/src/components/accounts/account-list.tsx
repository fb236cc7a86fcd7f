import type { Account } from '@connect-account/core'
import { type AccountsOptions, useAccounts } from '../../hooks/accounts/use-accounts.ts'
import { useListedProviders } from '../../hooks/session/use-providers.ts'
import { AccountListRoot, type AccountListRootProps } from './account-list-root.tsx'
import type { ReconnectPreferences } from './use-reconnect-dialog.tsx'

export type AccountListProps = AccountsOptions &
  Omit<AccountListRootProps, 'list' | 'reconnect'> & {
    /**
     * What the dialog takes in which an account is connected again, such as `captcha` and `onEnd`; or a function of yours that is
     * given the account. Default: the dialog as it is; nothing, with a client of your own, for that has no session to open it with.
     */
    readonly reconnect?: ReconnectPreferences | ((account: Account) => void)
  }

/** The user's linked accounts, live: each is renamed, connected again and disconnected here. */
export function AccountList(props: AccountListProps) {
  const { session, baseUrl, userKey, onError, client: _, providers, reconnect, ...shown } = props
  const list = useAccounts(props)
  // The list reports what fails: without names and icons it is shown all the same.
  const offered = useListedProviders(
    providers || session === undefined ? {} : { session, baseUrl, userKey },
    ignore,
  )
  const way =
    typeof reconnect === 'function' || session === undefined
      ? reconnect
      : {
          session,
          userKey,
          onError,
          ...(baseUrl !== undefined && { baseUrl }),
          ...reconnect,
        }
  return (
    <AccountListRoot
      {...shown}
      list={list}
      providers={providers ?? offered}
      reconnect={typeof way === 'object' && !('session' in way) ? undefined : way}
    />
  )
}

const ignore = () => {}
