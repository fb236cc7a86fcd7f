import type { Account, Outcome } from '@connect-account/core'
import { type ComponentType, type ReactNode, useState } from 'react'
import { accountFlow, useInterrupted } from '../../hooks/accounts/account-flow.ts'
import type { EndDetails } from '../../hooks/flow/connect-options.ts'
import type { ConnectAccountDialogProps } from '../dialog/connect-account-dialog.tsx'

/** What a callback learns beside the outcome. */
export interface ReconnectDetails extends EndDetails {
  /** The account that was to be connected again; an outcome without an account has none. */
  readonly accountId: string
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** Options of the dialog, except which account it is for and whether it is open. */
export type ReconnectDialogOptions = Without<
  ConnectAccountDialogProps,
  'open' | 'onOpenChange' | 'accountId' | 'providers' | 'intentId' | 'onEnd'
> & {
  /** Called once for each end. The newest function is called. */
  readonly onEnd?: (outcome: Outcome, details: ReconnectDetails) => void
}

/** The same without what reaches the host's backend, for a caller that has that already. */
export type ReconnectPreferences = Omit<
  Extract<ReconnectDialogOptions, { readonly transport?: never }>,
  'session' | 'baseUrl' | 'userKey' | 'transport'
>

interface Target {
  readonly account: Account
  readonly phase: 'loading' | 'failed' | 'open' | 'closed'
}

interface ReconnectDialog {
  /** Opens the dialog for this account, once its code is loaded. */
  reconnect(account: Account): void
  /** The last account that was to be connected again, and how far that is. */
  readonly target: Target | undefined
  /** To be rendered where nothing removes it: an account that is connected again must not close it. */
  readonly dialog: ReactNode
}

/**
 * The flow in its dialog, in a chunk that loads when one of `accounts` is to be connected again. It opens by itself for one that
 * this tab was in before a reload. Without options there is no dialog.
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
      // Offline, or the host was deployed again.
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
