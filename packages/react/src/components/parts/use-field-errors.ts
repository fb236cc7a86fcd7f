import { useCallback, useEffect } from 'react'
import { useRoot } from '../root/root-context.ts'
import { useMessages } from '../root/use-messages.ts'

/** Returns a function that announces the errors of a form's fields: how many, and the first one. */
export function useFieldErrors(): (errors: readonly string[]) => void {
  const { announce } = useRoot()
  const { wrongFields } = useMessages()
  return useCallback(
    (errors) => {
      const [first] = errors
      if (first) announce(errors.length > 1 ? `${wrongFields(errors.length)} ${first}` : first)
    },
    [announce, wrongFields],
  )
}

/** Announces `error` when it appears. */
export function useFieldError(error: string | undefined): void {
  const announceErrors = useFieldErrors()
  useEffect(() => {
    if (error) announceErrors([error])
  }, [error, announceErrors])
}
