import type { Account } from '@connect-account/core'
import type { ReactNode } from 'react'
import { useReport } from '../../hooks/error-reports/use-report.ts'
import { enAccounts } from '../../locales/en-accounts.ts'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { useRoot } from '../root/root-context.ts'
import { useWords } from '../root/use-words.ts'
import { AccountRoot } from './account-root.tsx'
import { type ReconnectDialogOptions, useReconnectDialog } from './use-reconnect-dialog.tsx'

export type ReconnectButtonProps = ReconnectDialogOptions & {
  readonly account: Account
  /** The button's label. Default: “Reconnect”. */
  readonly children?: ReactNode
}

/**
 * Opens the flow in its dialog for an account that needs its owner; the dialog loads with the first click. One that this tab was in
 * before a reload or a consent page opens by itself. Keep it in the page until `onClose`: its dialog goes with it.
 */
export function ReconnectButton({ account, children, ...options }: ReconnectButtonProps) {
  const { appearance, messages } = options
  const report = useReport(options.onError)
  const { reconnect, target, dialog } = useReconnectDialog([account], options)

  return (
    <>
      <AccountRoot part="reconnect" appearance={appearance} messages={messages} report={report}>
        <Face
          isLoading={target?.phase === 'loading'}
          hasFailed={target?.phase === 'failed'}
          onClick={() => reconnect(account)}
        >
          {children}
        </Face>
      </AccountRoot>
      {dialog}
    </>
  )
}

interface FaceProps {
  readonly isLoading: boolean
  readonly hasFailed: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Face({ isLoading, hasFailed, onClick, children }: FaceProps) {
  const { chunkFailed } = useRoot().messages
  const { reconnect } = useWords(enAccounts).accounts
  return (
    <>
      <Button variant="primary" pending={isLoading} onClick={onClick}>
        {children ?? reconnect}
      </Button>
      <Alert error={hasFailed ? chunkFailed.text : undefined} />
    </>
  )
}
