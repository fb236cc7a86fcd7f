import type { ConnectOptions } from './connect-options.ts'
import type { ConnectStep } from './connect-step.ts'
import { useFlow } from './use-flow.ts'

/** What `useConnectAccount` returns: everything that a screen needs. */
export interface ConnectFlow {
  readonly step: ConnectStep
  /** Starts again, from any end. */
  restart(): void
  /**
   * Reports a failure in your own screen like the kit's own failures: to the console and to `onError`. One
   * that lasts as long as the flow (`isStanding`) is reported once.
   */
  report(error: unknown, isStanding?: boolean): void
}

/**
 * Walks a user through linking one account. Switch on `step.type` to show the step; its members are the data
 * and exactly the verbs that are available.
 *
 * Options may change at any time. The latest callbacks and `session` function are called. The flow starts
 * again when `userKey`, a `session` string, `baseUrl`, `accountId`, `providers`, `id` or `intentId` changes;
 * an open intent continues if it is the user's. `transport` and `memory` are kept while the component is
 * mounted: to replace one, change the `key`.
 *
 * @example
 * const { step } = useConnectAccount({ session: fetchSessionToken })
 * if (step.type === 'otp') return <CodeForm onSubmit={step.submit} />
 */
export function useConnectAccount(options: ConnectOptions): ConnectFlow {
  const { step, restart, report } = useFlow(options, true)
  return { step, restart, report }
}
