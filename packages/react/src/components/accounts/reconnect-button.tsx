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
  /** @default “Reconnect” */
  readonly children?: ReactNode
}

/**
 * A button that reconnects an account in the flow's dialog, which loads with the first click. Resumes a
 * reconnect that was open in this tab before a reload or a consent page. Keep it mounted until `onClose`,
 * because it renders the dialog.
 */
export function ReconnectButton({ account, children, ...options }: ReconnectButtonProps) {
  const { appearance, locale, messages } = options
  const report = useReport(options.onError)
  const { reconnect, target, dialog } = useReconnectDialog([account], options)

  return (
    <>
      <AccountRoot part="reconnect" {...{ appearance, locale, messages, report }}>
        <ButtonAndError
          isLoading={target?.phase === 'loading'}
          hasFailed={target?.phase === 'failed'}
          onClick={() => reconnect(account)}
        >
          {children}
        </ButtonAndError>
      </AccountRoot>
      {dialog}
    </>
  )
}

interface ButtonAndErrorProps {
  readonly isLoading: boolean
  readonly hasFailed: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function ButtonAndError({ isLoading, hasFailed, onClick, children }: ButtonAndErrorProps) {
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
