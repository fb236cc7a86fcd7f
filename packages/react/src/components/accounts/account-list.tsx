import type { Account } from '@connect-account/core'
import { type AccountsOptions, useAccounts } from '../../hooks/accounts/use-accounts.ts'
import { useListedProviders } from '../../hooks/session/use-providers.ts'
import { AccountListRoot, type AccountListRootProps } from './account-list-root.tsx'
import type { ReconnectPreferences } from './use-reconnect-dialog.tsx'

export type AccountListProps = AccountsOptions &
  Omit<AccountListRootProps, 'list' | 'reconnect'> & {
    /**
     * Options for the reconnect dialog, such as `captcha` and `onEnd`, or a function that gets the account.
     * @default The dialog without options. With your own client there is no session, so no reconnect is
     * offered.
     */
    readonly reconnect?: ReconnectPreferences | ((account: Account) => void)
  }

/**
 * A live list of the user's linked accounts, where the user can rename, reconnect and disconnect each one.
 */
export function AccountList(props: AccountListProps) {
  const { session, baseUrl, userKey, onError, client: _, providers, reconnect, ...shown } = props
  const list = useAccounts(props)
  // `useAccounts` reports failures. Without providers, the list only lacks names and icons.
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
