import type { Account } from '@connect-account/core'
import { useEffect, useRef } from 'react'
import { hasOpenIntent } from '../consent/returned-intent.ts'

interface AccountFlow {
  readonly accountId: string
  readonly providers?: readonly [string]
}

/**
 * The options of a flow that reconnects this account. They identify the flow in the tab's memory, so that the
 * hook and the dialog resume the same intent.
 */
export function accountFlow(accountId: string, provider: string | undefined): AccountFlow {
  return { accountId, ...(provider !== undefined && { providers: [provider] }) }
}

/**
 * Calls `resume` once, when the accounts are known, with the account that this tab was reconnecting before a
 * reload or a consent page.
 */
export function useInterrupted(
  accounts: readonly Account[] | undefined,
  resume: (account: Account) => void,
): void {
  const isOver = useRef(false)
  useEffect(() => {
    if (isOver.current || !accounts) return
    isOver.current = true
    const interrupted = accounts.find(({ id }) => hasOpenIntent({ accountId: id }))
    if (interrupted) resume(interrupted)
  })
}
