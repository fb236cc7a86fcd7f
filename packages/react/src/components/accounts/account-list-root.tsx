import type { Account, AccountStatus, Provider } from '@connect-account/core'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Accounts } from '../../hooks/accounts/use-accounts.ts'
import { enAccounts } from '../../locales/en-accounts.ts'
import { attributesOf } from '../host-page/root-attributes.ts'
import { Button } from '../parts/button.tsx'
import { OfflineBanner } from '../parts/offline-banner.tsx'
import { useOutageText } from '../parts/use-error-text.ts'
import { useRoot } from '../root/root-context.ts'
import { useMessages } from '../root/use-messages.ts'
import { useTranslation } from '../root/use-translation.ts'
import { useWords } from '../root/use-words.ts'
import { type NamedAccount, nameAccount } from './account-names.ts'
import { type AccountLook, AccountRoot } from './account-root.tsx'
import { AccountRow } from './account-row.tsx'
import { describeChanges } from './describe-changes.ts'
import { type ReconnectDialogOptions, useReconnectDialog } from './use-reconnect-dialog.tsx'

export interface AccountListRootProps extends AccountLook {
  /** The return value of `useAccounts`. */
  readonly list: Accounts
  /** For names and icons, from `useProviders`. A missing provider is shown by its ID and first letter. */
  readonly providers?: readonly Provider[] | undefined
  /**
   * Options for the reconnect dialog, or a function that gets the account. Without it, the list offers no
   * reconnect.
   */
  readonly reconnect?: ReconnectDialogOptions | ((account: Account) => void) | undefined
  /**
   * The statuses that offer a reconnect.
   * @default ['disconnected', 'partial']
   */
  readonly reconnectAt?: readonly AccountStatus[]
  /** Shown below the text of an empty list, for example a button that connects an account. */
  readonly empty?: ReactNode
}

const NEED_THEIR_OWNER: readonly AccountStatus[] = ['disconnected', 'partial']

/** The list, for a host that calls `useAccounts` itself. */
export function AccountListRoot({ appearance, locale, messages, ...props }: AccountListRootProps) {
  const { isReady, translate } = useTranslation({ locale, messages })
  const { reconnect: way } = props
  const place = useRef<HTMLElement>(null)
  const look = { appearance, locale, messages }
  const { list } = props
  const { reconnect, target, dialog } = useReconnectDialog(
    list.status === 'ready' ? list.accounts : undefined,
    typeof way === 'object' ? { ...look, ...way } : undefined,
  )
  const phase = target?.phase

  useEffect(() => {
    // A reconnected account no longer has the button that the focus would return to.
    if (phase === 'closed' && document.activeElement === document.body) place.current?.focus()
  }, [phase])

  return (
    <>
      <AccountRoot
        part="accounts"
        label={isReady ? translate(enAccounts).accounts.label : ''}
        place={place}
        report={list.report}
        {...attributesOf(props)}
        {...look}
      >
        <AccountListBody
          {...props}
          {...look}
          onReconnect={typeof way === 'function' ? way : way && reconnect}
          reconnecting={
            phase === 'loading' || phase === 'failed' ? { id: target?.account.id, phase } : undefined
          }
          takeFocus={() => place.current?.focus()}
        />
      </AccountRoot>
      {dialog}
    </>
  )
}

interface AccountListBodyProps extends Omit<AccountListRootProps, 'reconnect'> {
  readonly onReconnect: ((account: Account) => void) | undefined
  readonly reconnecting: { readonly id: string | undefined; readonly phase: 'loading' | 'failed' } | undefined
  readonly takeFocus: () => void
}

function AccountListBody(props: AccountListBodyProps) {
  const { list, providers, empty, locale, messages, onReconnect, reconnecting, takeFocus } = props
  const { reconnectAt = NEED_THEIR_OWNER } = props
  const { accounts: words } = useWords(enAccounts)
  const { messages: firstMessages } = useRoot()
  const named = useMemo(
    () => list.accounts.map((account) => nameAccount(account, providers, firstMessages)),
    [list.accounts, providers, firstMessages],
  )
  const focusWasLost = useRef(false)

  useAnnouncedChanges(list, named)

  useEffect(() => {
    if (focusWasLost.current) takeFocus()
    focusWasLost.current = false
  })

  if (list.status === 'loading') return <Loading label={words.loading} />
  return (
    <>
      {list.status === 'ready' && list.connection === 'offline' && (
        <OfflineBanner reason={list.connectionError} />
      )}
      {list.status === 'unavailable' && (
        <Unavailable
          list={list}
          onRetry={() => {
            // The button is removed while the list loads.
            takeFocus()
            list.refresh()
          }}
        />
      )}
      {named.length > 0 && (
        <ul data-ca="account-rows" aria-label={words.label}>
          {named.map((each) => {
            const { account } = each
            return (
              <AccountRow
                key={account.id}
                named={each}
                pending={list.pending[account.id]}
                failure={list.failures[account.id]}
                reconnecting={reconnecting?.id === account.id ? reconnecting.phase : undefined}
                words={{ locale, messages }}
                verbs={{
                  rename: list.rename,
                  disconnect: list.disconnect,
                  dismiss: list.dismiss,
                  onFocusLost() {
                    focusWasLost.current = true
                  },
                  ...(onReconnect &&
                    reconnectAt.includes(account.status) && { reconnect: () => onReconnect(account) }),
                }}
              />
            )
          })}
        </ul>
      )}
      {list.status === 'ready' && named.length === 0 && (
        <div data-ca="accounts-empty">
          <p data-ca="accounts-text">{words.empty}</p>
          {empty}
        </div>
      )}
    </>
  )
}

/** Announces changes of the loaded list. */
function useAnnouncedChanges({ status }: Accounts, named: readonly NamedAccount[]) {
  const { announce } = useRoot()
  const words = useWords(enAccounts)
  const known = useRef<readonly NamedAccount[]>(undefined)

  useEffect(() => {
    const changes = status === 'ready' && known.current ? describeChanges(words, known.current, named) : ''
    if (status !== 'unavailable') known.current = status === 'ready' ? named : undefined
    if (changes) announce(changes)
  }, [status, named, announce, words])
}

function Loading({ label }: { readonly label: string }) {
  return (
    <div data-ca="accounts-loading" aria-busy="true">
      <span data-ca="live">{label}</span>
      <i data-ca="skeleton-line" />
      <i data-ca="skeleton-line" />
      <i data-ca="skeleton-line" />
    </div>
  )
}

/** Says why there is no list, or why it may be outdated. */
function Unavailable({ list, onRetry }: { readonly list: Accounts; readonly onRetry: () => void }) {
  const { accounts: words } = useWords(enAccounts)
  const { actions } = useMessages()
  const textOf = useOutageText()
  return (
    <div role="alert" data-ca="accounts-unavailable" data-above-list={list.accounts.length > 0 || undefined}>
      <p data-ca="accounts-text">
        {list.accounts.length > 0 ? words.outdated : words.unavailable} {list.error && textOf(list.error)}
      </p>
      <Button onClick={onRetry}>{actions.retry}</Button>
    </div>
  )
}
