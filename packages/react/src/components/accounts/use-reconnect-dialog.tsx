import type { Account, Outcome } from '@connect-account/core'
import { type ComponentType, type ReactNode, useState } from 'react'
import type { EndDetails } from '../../hooks/flow/connect-options.ts'
import type { ConnectAccountDialogProps } from '../dialog/connect-account-dialog.tsx'

/** What a callback learns beside the outcome. */
export interface ReconnectDetails extends EndDetails {
  /** The account that was to be connected again; an outcome without an account has none. */
  readonly accountId: string
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** Everything the dialog takes but which account it is for, and whether it is open. */
export type ReconnectDialogOptions = Without<
  ConnectAccountDialogProps,
  'open' | 'onOpenChange' | 'accountId' | 'providers' | 'intentId' | 'onEnd'
> & {
  /** Called once for each end. Read late: always the newest function is called. */
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
  /** Opens the dialog for this account, once its chunk is there. */
  reconnect(account: Account): void
  /** The account that it was last asked for, and how far that is. */
  readonly target: Target | undefined
  /** To be rendered where nothing takes it away: an account that is connected again must not close it. */
  readonly dialog: ReactNode
}

/** The flow in its dialog, in a chunk that loads when an account is to be connected again. */
export function useReconnectDialog(options: ReconnectDialogOptions | undefined): ReconnectDialog {
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
      // Offline, or the host was deployed anew.
      move('failed')
    }
  }

  return { reconnect, target, dialog: Dialog && target && options && dialogFor(Dialog, target) }

  function dialogFor(Flow: ComponentType<ConnectAccountDialogProps>, { account, phase }: Target) {
    if (!options) return null
    return (
      <Flow
        key={account.id}
        {...options}
        accountId={account.id}
        providers={[account.provider]}
        open={phase === 'open'}
        onOpenChange={(isOpen) => {
          if (!isOpen) setTarget({ account, phase: 'closed' })
        }}
        onEnd={(outcome, details) => options.onEnd?.(outcome, { ...details, accountId: account.id })}
      />
    )
  }
}
