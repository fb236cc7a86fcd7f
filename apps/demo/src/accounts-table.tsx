import type { Account, AccountStatus } from '@connect-account/core'
import { useState } from 'react'
import type { Accounts } from './use-accounts.ts'

interface Verbs {
  readonly onReconnect: (account: Account) => void
  readonly onDisconnect: (id: string) => Promise<void>
}

interface AccountsTableProps extends Verbs {
  readonly accounts: Accounts
  readonly onRetry: () => void
}

const statusText: Record<AccountStatus, string> = {
  running: 'Connected',
  disconnected: 'Needs you to sign in again',
  errored: 'Interrupted, recovers by itself',
  paused: 'Paused',
  degraded: 'Partly working',
  partial: 'Partly working',
}

const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

export function AccountsTable({ accounts, onRetry, ...verbs }: AccountsTableProps) {
  if (accounts.state === 'loading') return <div className="card empty" aria-busy="true" />
  if (accounts.state === 'failed') {
    return (
      <div className="card empty" role="alert">
        <p>Your accounts could not be loaded.</p>
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    )
  }
  if (accounts.list.length === 0) {
    return (
      <div className="card empty">
        <p>
          <strong>No account yet.</strong>
        </p>
        <p>Connect one to see its messages here.</p>
      </div>
    )
  }
  return (
    <ul className="card accounts" aria-label="Connected accounts">
      {accounts.list.map((account) => (
        <AccountRow key={account.id} account={account} {...verbs} />
      ))}
    </ul>
  )
}

function AccountRow({ account, onReconnect, onDisconnect }: Verbs & { readonly account: Account }) {
  const [isLeaving, setIsLeaving] = useState(false)
  const name = account.name ?? account.provider

  return (
    <li>
      <span className="initial" data-provider={account.provider} aria-hidden="true">
        {account.provider.slice(0, 2)}
      </span>
      <span className="who">
        <strong>{name}</strong>
        <span>
          {account.provider} · since {date.format(new Date(account.createdAt))}
        </span>
      </span>
      <span className="status" data-status={account.status}>
        {statusText[account.status]}
      </span>
      {account.status === 'disconnected' && (
        <button type="button" aria-label={`Reconnect ${name}`} onClick={() => onReconnect(account)}>
          Reconnect
        </button>
      )}
      <button
        type="button"
        aria-label={`Disconnect ${name}`}
        aria-disabled={isLeaving}
        onClick={() => {
          if (isLeaving) return
          setIsLeaving(true)
          void onDisconnect(account.id).finally(() => setIsLeaving(false))
        }}
      >
        Disconnect
      </button>
    </li>
  )
}
