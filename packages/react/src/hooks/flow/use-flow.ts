import { ConnectError } from '@connect-account/core'
import { useCallback, useEffect, useState } from 'react'
import { checkOptions, flowRules } from '../error-reports/check-options.ts'
import { type ConnectFlow, createFlow, nextFlow } from './connect-flow.ts'
import type { ConnectOptions } from './connect-options.ts'

interface FlowHandle {
  readonly flow: ConnectFlow
  /** Begins again after a fault that ended the flow: where the user was, or at the end if they leave. */
  revive(isCanceled?: boolean): void
}

/**
 * The flow of a component. It rests while the component is off the page or `isRunning` is false, and it makes way for another one
 * when the options are of another user, account or backend.
 *
 * Not `useActorRef` of `@xstate/react`: that one stops the machine whenever React unmounts the component for a moment (StrictMode,
 * `<Activity>`), which aborts its calls, and it cannot take another input.
 */
export function useFlow(given: ConnectOptions, isRunning: boolean): FlowHandle {
  const { valid: options, mistakes } = checkOptions(given, flowRules)
  const [current, setFlow] = useState(() => createFlow(options))
  const next = nextFlow(current, options)
  const flow = next ?? current
  // Before anything is shown: not even for one frame does another user see this one's flow.
  if (next) setFlow(next)

  useEffect(() => {
    for (const mistake of mistakes) flow.report(mistake, true)
    for (const name of ['transport', 'memory'] as const) {
      if (options[name] !== flow.begunWith[name]) {
        flow.report(
          new ConnectError('option_changed', { detail: `"${name}" is another one than before` }),
          true,
        )
      }
    }
    flow.options = options
  })
  useEffect(() => (isRunning ? flow.run() : undefined), [flow, isRunning])

  const revive = useCallback(
    (isCanceled = false) => setFlow((ended) => createFlow(ended.options, { isCanceled })),
    [],
  )
  return { flow, revive }
}
