import { useEffect, useRef } from 'react'
import type { Pending, StepError } from '../../hooks/flow/connect-step.ts'

interface Answerable {
  readonly pending: Pending
  readonly error?: StepError
}

/** Calls `onRejection` each time an answer came back with an error, once an answer, also when it is the same error again. */
export function useRejection({ pending, error }: Answerable, onRejection: (error: StepError) => void): void {
  const before = useRef(pending)
  useEffect(() => {
    const wasSubmitted = before.current === 'submit'
    before.current = pending
    if (wasSubmitted && !pending && error) onRejection(error)
  })
}
