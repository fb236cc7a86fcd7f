import type { ReactNode } from 'react'
import { useFormOwner } from '../host-page/form-owner.ts'
import { useRoot } from '../root/root-context.ts'

interface ButtonProps {
  readonly children: ReactNode
  /** Default: `secondary`. */
  readonly variant?: 'primary' | 'secondary' | 'quiet'
  /** Shows a spinner. The button keeps the focus and does nothing meanwhile. */
  readonly pending?: boolean
  /** Does nothing for now, but stays reachable, so that nobody loses their place. */
  readonly inert?: boolean
  readonly onClick?: () => void
  /** Submits the form it is in. */
  readonly submit?: boolean
}

export function Button({
  children,
  variant = 'secondary',
  pending = false,
  inert,
  onClick,
  submit,
}: ButtonProps) {
  const { messages } = useRoot()
  const form = useFormOwner()
  const isIdle = pending || inert
  return (
    <button
      type={submit ? 'submit' : 'button'}
      form={form}
      data-ca="button"
      data-variant={variant}
      data-pending={pending || undefined}
      aria-disabled={isIdle || undefined}
      onClick={(event) => {
        if (isIdle) event.preventDefault()
        else onClick?.()
      }}
    >
      <span data-ca="button-label">{children}</span>
      {pending && (
        <span data-ca="spinner">
          <span data-ca="live">{messages.working}</span>
        </span>
      )}
    </button>
  )
}
