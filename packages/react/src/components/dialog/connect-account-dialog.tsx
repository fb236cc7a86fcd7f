import { useId } from 'react'
import { enFirst } from '../../locales/en-first.ts'
import { mergeMessages } from '../../locales/messages.ts'
import { ConnectAccount, type ConnectAccountProps } from '../flow/connect-account.tsx'
import { Icon } from '../parts/icon.tsx'
import { closeIcon } from '../parts/icons.ts'
import { ModalDialog } from './modal-dialog.tsx'

export type ConnectAccountDialogProps = ConnectAccountProps & {
  readonly open: boolean
  /** The user wants it closed. Nothing is cancelled by closing: opened again, the flow goes on where it was. */
  readonly onOpenChange: (open: boolean) => void
}

/**
 * The flow in a modal dialog of the browser's own, in a portal at the end of the body: focus trap, Escape, top layer. It stands above
 * any modal of the host's, the page behind does not scroll, and the focus goes back to the opener.
 */
export function ConnectAccountDialog({ open, onOpenChange, ...props }: ConnectAccountDialogProps) {
  const headingId = useId()
  const { actions } = mergeMessages(enFirst, props.messages)
  const close = () => onOpenChange(false)

  return (
    <ModalDialog
      open={open}
      onClose={close}
      data-ca="dialog"
      appearance={props.appearance}
      aria-labelledby={headingId}
    >
      <button type="button" form="" data-ca="dialog-close" aria-label={actions.close} onClick={close}>
        <Icon shape={closeIcon} />
      </button>
      <ConnectAccount
        {...props}
        headingId={headingId}
        takesFocus
        // The dialog closes also if a function of the host's throws; the flow reports that.
        onEnd={(outcome, details) => {
          try {
            props.onEnd?.(outcome, details)
          } finally {
            if (outcome.type === 'cancelled') close()
          }
        }}
        onClose={() => {
          try {
            props.onClose?.()
          } finally {
            close()
          }
        }}
      />
    </ModalDialog>
  )
}
