import { useEffect, useRef } from 'react'
import type { Pending, StepError } from '../../hooks/flow/connect-step.ts'

interface Answerable {
  readonly pending: Pending
  readonly error?: StepError
}

/** Calls `onRejection` once for each rejected answer, even if the error is the same as before. */
export function useRejection({ pending, error }: Answerable, onRejection: (error: StepError) => void): void {
  const before = useRef(pending)
  useEffect(() => {
    const wasSubmitted = before.current === 'submit'
    before.current = pending
    if (wasSubmitted && !pending && error) onRejection(error)
  })
}
