import type { ConnectOptions } from '../flow/connect-options.ts'
import type { ConnectStep } from '../flow/connect-step.ts'
import { useFlow } from '../flow/use-flow.ts'
import { accountFlow } from './account-flow.ts'

/** Options of `useReconnect`: those of `useConnectAccount`, for an account that exists. */
export type ReconnectOptions = ConnectOptions & {
  /** The account to reconnect. */
  readonly accountId: string
  /** The account's provider, so that the flow starts there. Without it the user picks one. */
  readonly provider?: string
}

/** What `useReconnect` returns. */
export interface Reconnect {
  /** Starts the flow, resumes one that was closed, or starts again after an end. */
  reconnect(): void
  /** Hides the flow. Nothing is canceled: an open intent is resumed by `reconnect()`. */
  close(): void
  /** Absent until `reconnect()` is called: before that nothing is fetched and no intent is started. */
  readonly step: ConnectStep | undefined
  /** Reports a failure in your own screen like the kit's own failures: to the console and to `onError`. */
  report(error: unknown, isStanding?: boolean): void
}

/**
 * Reconnects an account when the user asks for it: the flow of `useConnectAccount`, idle until `reconnect()`
 * is called. A flow that this tab was in before a reload continues by itself.
 *
 * @example
 * const { reconnect, step } = useReconnect({ accountId: account.id, provider: account.provider, session })
 * return step ? <ConnectAccountRoot connect={{ step }} /> : <button onClick={reconnect}>Reconnect</button>
 */
export function useReconnect({ provider, ...options }: ReconnectOptions): Reconnect {
  const { step, isIdle, send, restart, report } = useFlow(
    {
      ...options,
      ...accountFlow(options.accountId, provider),
      onClose() {
        close()
        return options.onClose?.()
      },
    },
    false,
  )

  function close() {
    send({ type: 'close' })
  }

  function reconnect() {
    if ('close' in step) restart()
    else send({ type: 'start' })
  }

  return { reconnect, close, step: isIdle ? undefined : step, report }
}
