import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useCommitEffect } from '../../hooks/browser/use-commit-effect.ts'
import type { Pending } from '../../hooks/flow/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { Button } from './button.tsx'

interface Cancelable {
  readonly pending?: Pending
  cancel(): void
}

interface StepLayoutProps {
  readonly heading: string
  /** One plain sentence under the heading. */
  readonly text?: ReactNode
  /** Above the heading. The screen is then centered. */
  readonly mark?: ReactNode
  readonly children?: ReactNode
  /** The secondary buttons, below the primary one. */
  readonly actions?: ReactNode
  /** Adds a Cancel button for this step, in a row of its own. */
  readonly cancel?: Cancelable
}

/**
 * Heading and body of a screen. On mount it focuses the element with `data-focus`, or the heading. So
 * it must mount once per step, with a key.
 */
export function StepLayout({ heading, text, mark, children, actions, cancel }: StepLayoutProps) {
  const { headingId, announce, mayTakeFocus, messages } = useRoot()
  const textId = useId()
  const screen = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)

  const hasFocusedField = useRef(false)

  // Once per step: a later change of the text must not move the focus.
  useCommitEffect(() => {
    // The announcement of the previous step no longer applies.
    announce('')
    if (!mayTakeFocus()) return
    const first = screen.current?.querySelector<HTMLElement>('[data-focus]')
    hasFocusedField.current = first instanceof HTMLElement
    ;(first ?? title.current)?.focus()
  }, [])

  // After the focus moved, because the live region may have just mounted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per step, as above.
  useEffect(() => {
    if (hasFocusedField.current)
      announce(typeof text === 'string' ? messages.announcement(heading, text) : heading)
  }, [])

  return (
    <div ref={screen} data-ca="screen" data-centered={mark ? true : undefined}>
      <header data-ca="header">
        {mark}
        <h2
          ref={title}
          data-ca="heading"
          id={headingId}
          tabIndex={-1}
          aria-describedby={text ? textId : undefined}
        >
          {heading}
        </h2>
        {text && (
          <p data-ca="text" id={textId}>
            {text}
          </p>
        )}
      </header>
      <div data-ca="body">
        {children}
        {(actions || cancel) && (
          <div data-ca="actions">
            {actions}
            {cancel && <CancelButton step={cancel} />}
          </div>
        )}
      </div>
    </div>
  )
}

/** Unlike the other buttons, Cancel works while the step waits for the server. */
function CancelButton({ step }: { step: Cancelable }) {
  const { messages } = useRoot()
  return (
    <div data-ca="cancel">
      <Button variant="quiet" pending={step.pending === 'cancel'} onClick={step.cancel}>
        {messages.actions.cancel}
      </Button>
    </div>
  )
}
