import type { MouseEvent, ReactNode } from 'react'
import { useFormOwner } from '../host-page/form-owner.ts'
import { useRoot } from '../root/root-context.ts'
import { Slot } from '../root/slot.tsx'
import { useHandler } from '../root/use-handler.ts'

interface ButtonProps {
  readonly children: ReactNode
  /** @default 'secondary' */
  readonly variant?: 'primary' | 'secondary' | 'quiet'
  /** Shows a spinner and ignores clicks. The button keeps the focus. */
  readonly pending?: boolean
  /** Ignores clicks but stays focusable, so that a keyboard user keeps their place. */
  readonly inert?: boolean
  readonly onClick?: () => void
  /** Submits its form. */
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
  const handle = useHandler()
  const isIdle = pending || inert
  const shared = {
    type: submit ? 'submit' : 'button',
    form,
    'aria-disabled': isIdle || undefined,
    onClick(event: MouseEvent<HTMLElement>) {
      if (isIdle) event.preventDefault()
      else if (onClick) void handle(onClick)
    },
  } as const
  return (
    <Slot name="button" props={{ ...shared, variant, isPending: pending, children }}>
      <button {...shared} data-ca="button" data-variant={variant} data-pending={pending || undefined}>
        <span data-ca="button-label">{children}</span>
        {pending && (
          <span data-ca="spinner">
            <span data-ca="live">{messages.working}</span>
          </span>
        )}
      </button>
    </Slot>
  )
}
