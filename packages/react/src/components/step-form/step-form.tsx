import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { useMessages } from '../root/use-messages.ts'

interface StepFormProps {
  /** Default: "Continue". */
  readonly label?: string | undefined
  readonly pending: boolean
  readonly onSubmit: () => void
  /** The id of what describes the form's error. */
  readonly describedBy?: string | undefined
  readonly children: ReactNode
}

/** A form with its one primary verb. Checks are ours, in plain words, so the browser's own stay off. */
export function StepForm({ label, pending, onSubmit, describedBy, children }: StepFormProps) {
  const { actions } = useMessages()
  return (
    <form
      data-ca="form"
      noValidate
      aria-describedby={describedBy}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <Button variant="primary" submit pending={pending}>
        {label ?? actions.continue}
      </Button>
    </form>
  )
}
