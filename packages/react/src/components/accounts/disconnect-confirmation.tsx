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

/** Says what disconnecting does, and asks. Escape leaves. */
export function DisconnectConfirmation(props: DisconnectConfirmationProps) {
  const { name, providerName, pending, onConfirm, onClose } = props
  const { actions } = useRoot().messages
  const { disconnect: words } = useWords(enAccounts).accounts
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const way = useRef<HTMLSpanElement>(null)

  useEscape(place, !pending, onClose)

  // The way out, not the deed: an Enter too many does no harm.
  useEffect(() => way.current?.querySelector('button')?.focus(), [])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are a question and its answers.
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
        {words.text(providerName)}
      </p>
      <div data-ca="row-actions">
        <Button variant="primary" pending={pending} onClick={onConfirm}>
          {words.action}
        </Button>
        <span ref={way} data-ca="row-action">
          <Button variant="quiet" inert={pending} onClick={onClose}>
            {actions.cancel}
          </Button>
        </span>
      </div>
    </div>
  )
}
