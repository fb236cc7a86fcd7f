import type { Provider } from '@connect-account/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useCommitEffect } from '../../hooks/browser/use-commit-effect.ts'
import type { Pending } from '../../hooks/flow/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { Button } from './button.tsx'
import { ProviderIcon } from './provider-icon.tsx'

interface Cancelable {
  readonly pending?: Pending
  cancel(): void
}

interface StepLayoutProps {
  readonly heading: string
  /** One plain sentence under the heading. */
  readonly text?: ReactNode
  readonly provider?: Provider | undefined
  /** Stands in for the provider's mark. */
  readonly mark?: ReactNode
  readonly children?: ReactNode
  /** The secondary verbs. */
  readonly footer?: ReactNode
  /** The step to leave, where leaving is one of them. */
  readonly cancel?: Cancelable
}

/**
 * Heading, body and footer of a screen. When it appears it takes the focus to the part marked `data-focus`, or else to its
 * heading; so it must be mounted anew for each step, and only for that.
 */
export function StepLayout({ heading, text, provider, mark, children, footer, cancel }: StepLayoutProps) {
  const { headingId, announce, mayTakeFocus } = useRoot()
  const textId = useId()
  const screen = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)

  const hasFocusedField = useRef(false)

  // Once per step: later words must not move the focus.
  useCommitEffect(() => {
    // What the step before said is no longer so.
    announce('')
    if (!mayTakeFocus()) return
    const first = screen.current?.querySelector<HTMLElement>('[data-focus]')
    hasFocusedField.current = first instanceof HTMLElement
    ;(first ?? title.current)?.focus()
  }, [])

  // Later than the focus: what speaks may be new itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per step, as above.
  useEffect(() => {
    if (hasFocusedField.current) announce(typeof text === 'string' ? `${heading}. ${text}` : heading)
  }, [])

  return (
    <div ref={screen} data-ca="screen">
      <header data-ca="header">
        {mark ?? (provider && <ProviderIcon provider={provider} />)}
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
      {children && <div data-ca="body">{children}</div>}
      {(footer || cancel) && (
        <footer data-ca="footer">
          {footer}
          {cancel && <CancelButton step={cancel} />}
        </footer>
      )}
    </div>
  )
}

/** Unlike the other buttons, Cancel works while the step waits for the server. */
function CancelButton({ step }: { step: Cancelable }) {
  const { messages } = useRoot()
  return (
    <Button variant="quiet" pending={step.pending === 'cancel'} onClick={step.cancel}>
      {messages.actions.cancel}
    </Button>
  )
}
