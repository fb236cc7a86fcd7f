import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { AccountFailure, AccountVerb } from '../../hooks/accounts/accounts-state.ts'
import { useLatest } from '../../hooks/use-latest.ts'
import { enAccounts } from '../../locales/en-accounts.ts'
import { enInitialSync } from '../../locales/en-initial-sync.ts'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { useErrorText } from '../parts/use-error-text.ts'
import { useRoot } from '../root/root-context.ts'
import type { LocaleProps } from '../root/use-translation.ts'
import { useWords } from '../root/use-words.ts'
import { AccountMark } from './account-mark.tsx'
import type { NamedAccount } from './account-names.ts'
import { AccountStatusBadge } from './account-status-badge.tsx'
import { DisconnectConfirmation } from './disconnect-confirmation.tsx'
import { RenameForm } from './rename-form.tsx'

/** The actions of a row. `rename` and `disconnect` resolve to whether the server did it. */
interface RowVerbs {
  rename(id: string, name: string | null): Promise<boolean>
  disconnect(id: string): Promise<boolean>
  dismiss(id: string): void
  /** Absent if no reconnect is offered. */
  reconnect?(): void
  /** Called when the row is removed while it has the focus. */
  onFocusLost(): void
}

interface AccountRowProps {
  readonly named: NamedAccount
  readonly pending: AccountVerb | undefined
  readonly failure: AccountFailure | undefined
  /** The state of the reconnect dialog for this account. */
  readonly reconnecting: 'loading' | 'failed' | undefined
  readonly verbs: RowVerbs
  readonly words: LocaleProps
}

export function AccountRow({ named, pending, failure, reconnecting, verbs, words: given }: AccountRowProps) {
  const { account, name, providerName } = named
  const { accounts: words } = useWords(enAccounts)
  const { chunkFailed } = useRoot().messages
  const textOf = useErrorText()
  const row = useRef<HTMLLIElement>(null)
  const [open, setOpen] = useState<AccountVerb>()
  const returnTo = useRef<AccountVerb>(undefined)
  const { onFocusLost } = verbs
  const reportLoss = useLatest(onFocusLost)

  useLayoutEffect(() => {
    const { current } = row
    // A layout effect's cleanup runs while the row is still in the page.
    return () => {
      if (current?.contains(document.activeElement)) reportLoss.current()
    }
  }, [reportLoss])

  useEffect(() => {
    const { current: verb } = returnTo
    returnTo.current = undefined
    if (open === undefined && verb) {
      row.current?.querySelector<HTMLElement>(`[data-verb="${verb}"] button`)?.focus()
    }
  }, [open])

  function close() {
    // The user may have moved to another row in the meantime.
    if (row.current?.contains(document.activeElement)) returnTo.current = open
    setOpen(undefined)
  }

  function leave() {
    verbs.dismiss(account.id)
    close()
  }

  return (
    <li
      ref={row}
      data-ca="account-row"
      data-provider={account.provider}
      data-status={account.status}
      data-pending={pending}
    >
      <AccountMark {...named} />
      <div data-ca="account-main">
        <p data-ca="account-name">
          <bdi data-ca="account-title">{name}</bdi>
        </p>
        <p data-ca="account-line">
          {name !== providerName && <span data-ca="account-provider">{providerName}</span>}
          <AccountStatusBadge account={account} {...given} />
        </p>
        <SyncLine account={account} />
      </div>
      {open === undefined && (
        <div data-ca="row-actions">
          {verbs.reconnect && (
            <Button
              variant={account.status === 'disconnected' ? 'primary' : 'secondary'}
              pending={reconnecting === 'loading'}
              onClick={verbs.reconnect}
            >
              {words.reconnect} <Of name={name} />
            </Button>
          )}
          <span data-ca="row-action" data-verb="rename">
            <Button
              variant="quiet"
              inert={pending !== undefined}
              pending={pending === 'rename'}
              onClick={() => setOpen('rename')}
            >
              {words.rename.action} <Of name={name} />
            </Button>
          </span>
          <span data-ca="row-action" data-verb="disconnect">
            <Button
              variant="quiet"
              inert={pending !== undefined}
              pending={pending === 'disconnect'}
              onClick={() => setOpen('disconnect')}
            >
              {words.disconnect.action} <Of name={name} />
            </Button>
          </span>
        </div>
      )}
      {open === 'rename' && (
        <RenameForm
          {...named}
          pending={pending === 'rename'}
          onRename={async (chosen) => {
            if (await verbs.rename(account.id, chosen)) close()
          }}
          onClose={leave}
        />
      )}
      {open === 'disconnect' && (
        <DisconnectConfirmation
          {...named}
          pending={pending === 'disconnect'}
          onConfirm={() => void verbs.disconnect(account.id)}
          onClose={leave}
        />
      )}
      <Alert
        error={
          failure
            ? `${words[failure.verb].refused} ${textOf(failure)}`
            : reconnecting === 'failed'
              ? chunkFailed.text
              : undefined
        }
      />
    </li>
  )
}

/** Tells screen readers which account a button is for. */
function Of({ name }: { readonly name: string }): ReactNode {
  return <span data-ca="live">{name}</span>
}

/** Shows the first import of the account's messages until it completes. */
function SyncLine({ account: { initialSync } }: Pick<NamedAccount, 'account'>) {
  const { initialSync: words } = useWords(enInitialSync)
  if (initialSync === undefined || initialSync === 'completed') return null
  if (initialSync === 'failed') return <p data-ca="help">{words.failed}</p>
  return (
    <div data-ca="account-sync">
      <p data-ca="help">{words.running}</p>
      <div data-ca="progress" aria-hidden="true" />
    </div>
  )
}
