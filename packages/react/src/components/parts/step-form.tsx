import { type ReactNode, useRef } from 'react'
import { FormOwner } from '../host-page/form-owner.ts'
import { useOwnForm } from '../host-page/use-own-form.ts'
import { useHandler } from '../root/use-handler.ts'
import { useMessages } from '../root/use-messages.ts'
import { Button } from './button.tsx'

interface StepFormProps {
  /** @default The message `actions.continue`. */
  readonly label?: string | undefined
  readonly pending: boolean
  /** `filled` holds the value of each control with a `name`, also if it came without an event. */
  readonly onSubmit: (filled: FormData) => unknown
  /** The id of what describes the form's error. */
  readonly describedBy?: string | undefined
  /** Below the fields, so that none moves when it appears. */
  readonly alert?: ReactNode
  readonly children: ReactNode
}

/**
 * A form with one primary button. It does not use the browser's validation, because its messages can't be
 * replaced.
 */
export function StepForm({ label, pending, onSubmit, describedBy, alert, children }: StepFormProps) {
  const { actions } = useMessages()
  const place = useRef<HTMLDivElement>(null)
  const handle = useHandler()
  const owner = useOwnForm(place, (filled) => {
    if (!pending) void handle(() => onSubmit(filled))
  })
  return (
    <FormOwner.Provider value={owner}>
      {/* biome-ignore lint/a11y/useSemanticElements: HTML forbids a form inside a form of the host. */}
      <div ref={place} role="group" data-ca="form" aria-describedby={describedBy}>
        {children}
        {alert}
        <Button variant="primary" submit pending={pending}>
          {label ?? actions.continue}
        </Button>
      </div>
    </FormOwner.Provider>
  )
}
