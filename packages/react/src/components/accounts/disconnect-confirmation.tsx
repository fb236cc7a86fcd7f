import { useEffect, useId, useRef } from 'react'
import { enAccounts } from '../../locales/en-accounts.ts'
import { useEscape } from '../host-page/use-escape.ts'
import { Button } from '../parts/button.tsx'
import { useRoot } from '../root/root-context.ts'
import { useWords } from '../root/use-words.ts'
import type { NamedAccount } from './account-names.ts'

interface DisconnectConfirmationProps extends NamedAccount {
  readonly pending: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Explains what disconnecting does and asks for confirmation. Escape cancels. */
export function DisconnectConfirmation(props: DisconnectConfirmationProps) {
  const { name, service, pending, onConfirm, onClose } = props
  const { actions } = useRoot().messages
  const { disconnect: words } = useWords(enAccounts).accounts
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const cancel = useRef<HTMLSpanElement>(null)

  useEscape(place, !pending, onClose)

  // Focuses Cancel, so that an extra Enter does no harm.
  useEffect(() => cancel.current?.querySelector('button')?.focus(), [])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this is a question with two buttons.
    <div
      ref={place}
      role="group"
      data-ca="confirmation"
      aria-labelledby={`${id}-heading`}
      aria-describedby={`${id}-text`}
    >
      <p id={`${id}-heading`} data-ca="confirmation-heading">
        {words.heading(name)}
      </p>
      <p id={`${id}-text`} data-ca="text">
        {words.text(service)}
      </p>
      <div data-ca="row-actions">
        <Button variant="primary" pending={pending} onClick={onConfirm}>
          {words.action}
        </Button>
        <span ref={cancel} data-ca="row-action">
          <Button variant="quiet" inert={pending} onClick={onClose}>
            {actions.cancel}
          </Button>
        </span>
      </div>
    </div>
  )
}
