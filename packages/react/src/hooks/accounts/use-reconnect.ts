import { useEffect, useState } from 'react'
import { hasOpenIntent } from '../consent/returned-intent.ts'
import type { ConnectOptions } from '../flow/connect-options.ts'
import type { ConnectStep } from '../flow/connect-step.ts'
import { useRunningFlow } from '../flow/use-connect-account.ts'

/** Options of `useReconnect`: those of `useConnectAccount`, for an account that is there. */
export type ReconnectOptions = ConnectOptions & {
  /** The account to connect again. */
  readonly accountId: string
  /** Its provider, where the flow starts then. Without it the user picks one. */
  readonly provider?: string
}

/** What `useReconnect` gives. */
export interface Reconnect {
  /** Begins, goes on where it was closed, or begins once more after an end. */
  reconnect(): void
  /** Hides the flow. An open intent stays so. */
  close(): void
  /** Absent until `reconnect()` is called: nothing is fetched before, and no intent is started. */
  readonly step: ConnectStep | undefined
  /** Reports a failure of a screen of yours as the kit's own are: to the console, and to `onError`. */
  report(error: unknown, isStanding?: boolean): void
}

/**
 * Connects an account again when the user asks for it: the flow of `useConnectAccount`, idle until `reconnect()` is called. A
 * flow that this tab was in before a reload goes on by itself.
 *
 * @example
 * const { reconnect, step } = useReconnect({ accountId: account.id, provider: account.provider, session })
 * return step ? <ConnectAccountRoot connect={{ step }} /> : <button onClick={reconnect}>Reconnect</button>
 */
export function useReconnect({ provider, ...options }: ReconnectOptions): Reconnect {
  const [isOpen, setOpen] = useState(false)
  const flow = useRunningFlow(
    {
      ...options,
      ...(provider !== undefined && { providers: [provider] }),
      onClose() {
        setOpen(false)
        return options.onClose?.()
      },
    },
    isOpen,
  )
  const { step } = flow

  const [wasOpen] = useState(() => isUnderWay(options))
  useEffect(() => {
    if (wasOpen) setOpen(true)
  }, [wasOpen])

  return {
    reconnect() {
      setOpen(true)
      if ('close' in step) flow.restart()
    },
    close: () => setOpen(false),
    step: isOpen ? step : undefined,
    report: flow.report,
  }
}

/** Whether there is an intent to go on with. */
function isUnderWay({ intentId, memory, accountId, id }: ConnectOptions): boolean {
  if (intentId !== undefined) return true
  if (memory === undefined) return hasOpenIntent({ accountId, id })
  return memory?.read() !== undefined
}
