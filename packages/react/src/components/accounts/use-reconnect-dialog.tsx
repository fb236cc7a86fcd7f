import type { Account, Outcome } from '@connect-account/core'
import { type ComponentType, type ReactNode, useState } from 'react'
import { accountFlow, useInterrupted } from '../../hooks/accounts/account-flow.ts'
import type { EndDetails } from '../../hooks/flow/connect-options.ts'
import type { ConnectAccountDialogProps } from '../dialog/connect-account-dialog.tsx'

/** Details that a callback receives with the outcome. */
export interface ReconnectDetails extends EndDetails {
  /** The account to reconnect. Not every outcome has an account. */
  readonly accountId: string
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** The dialog's props, without those that select the account and open it. */
export type ReconnectDialogOptions = Without<
  ConnectAccountDialogProps,
  'open' | 'onOpenChange' | 'accountId' | 'providers' | 'intentId' | 'onEnd'
> & {
  /** Called once per end. */
  readonly onEnd?: (outcome: Outcome, details: ReconnectDetails) => void
}

/** The same without the session, for a caller that has one. */
export type ReconnectPreferences = Omit<
  Extract<ReconnectDialogOptions, { readonly transport?: never }>,
  'session' | 'baseUrl' | 'userKey' | 'transport'
>

interface Target {
  readonly account: Account
  readonly phase: 'loading' | 'failed' | 'open' | 'closed'
}

interface ReconnectDialog {
  /** Loads the dialog and opens it for this account. */
  reconnect(account: Account): void
  /** The last account, and the state of its dialog. */
  readonly target: Target | undefined
  /** Render it where it stays mounted, because a change of the account must not close it. */
  readonly dialog: ReactNode
}

/**
 * Reconnects one of `accounts` in the flow's dialog, which loads with the first reconnect. Resumes a
 * reconnect that was open in this tab before a reload. Without options there is no dialog.
 */
export function useReconnectDialog(
  accounts: readonly Account[] | undefined,
  options: ReconnectDialogOptions | undefined,
): ReconnectDialog {
  const [target, setTarget] = useState<Target>()
  const [Dialog, setDialog] = useState<ComponentType<ConnectAccountDialogProps>>()

  async function reconnect(account: Account) {
    const move = (phase: Target['phase']) =>
      setTarget((current) => (current?.account.id === account.id ? { account, phase } : current))
    setTarget({ account, phase: 'loading' })
    try {
      const { ConnectAccountDialog } = await import('./reconnect-flow.ts')
      setDialog(() => ConnectAccountDialog)
      move('open')
    } catch {
      // Offline, or after a deployment of the host.
      move('failed')
    }
  }

  useInterrupted(options && accounts, reconnect)

  const { account } = target ?? {}
  const dialog = Dialog && account && options && (
    <Dialog
      key={account.id}
      {...options}
      {...accountFlow(account.id, account.provider)}
      open={target?.phase === 'open'}
      onOpenChange={(isOpen) => {
        if (!isOpen) setTarget({ account, phase: 'closed' })
      }}
      onEnd={(outcome, details) => options.onEnd?.(outcome, { ...details, accountId: account.id })}
    />
  )
  return { reconnect, target, dialog }
}
