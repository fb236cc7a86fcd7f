import type { ConnectOptions } from './connect-options.ts'
import type { ConnectStep } from './connect-step.ts'
import { useFlow } from './use-flow.ts'

/** What `useConnectAccount` returns: everything a screen needs, and nothing of how it works. */
export interface ConnectFlow {
  readonly step: ConnectStep
  /** Begins once more, from any end. */
  restart(): void
  /**
   * Reports a failure of a screen of yours as the kit's own are: to the console, and to `onError`. One that lasts as long as
   * the flow does (`isStanding`) is reported once.
   */
  report(error: unknown, isStanding?: boolean): void
}

/**
 * Walks a user through linking one account. Switch on `step.type` to show the step; its members are the data and
 * exactly the verbs that are legal there.
 *
 * Options may change at any time. Of callbacks and `session` the newest function is called. The flow begins again when `userKey`,
 * `session` as a string, `baseUrl`, `accountId`, `providers`, `id` or `intentId` change; an intent that is open goes on if it is
 * the user's. `transport` and `memory` are kept for as long as the component is mounted: to replace one, change the `key`.
 *
 * @example
 * const { step } = useConnectAccount({ session: fetchSessionToken })
 * if (step.type === 'otp') return <CodeForm onSubmit={step.submit} />
 */
export function useConnectAccount(options: ConnectOptions): ConnectFlow {
  const { step, restart, report } = useFlow(options, true)
  return { step, restart, report }
}
