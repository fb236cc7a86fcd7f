import { type SyntheticEvent, useEffect, useId, useRef } from 'react'
import { useColorScheme } from '../../hooks/use-color-scheme.ts'
import { enFirst } from '../../locales/en-first.ts'
import { mergeMessages } from '../../locales/messages.ts'
import { ConnectAccount, type ConnectAccountProps } from '../connect-account/connect-account.tsx'
import { Icon } from '../icon/icon.tsx'
import { closeIcon } from '../icon/icons.ts'

export type ConnectAccountDialogProps = ConnectAccountProps & {
  readonly open: boolean
  /** The user wants it closed. Nothing is cancelled by closing: opened again, the flow goes on where it was. */
  readonly onOpenChange: (open: boolean) => void
}

/** The flow in a modal dialog of the browser's own: focus trap, Escape, top layer; the focus goes back to the opener. */
export function ConnectAccountDialog({ open, onOpenChange, ...props }: ConnectAccountDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  const theme = useColorScheme(dialog, props.appearance)
  const { actions } = mergeMessages(enFirst, props.messages)
  const close = () => onOpenChange(false)

  useEffect(() => {
    const { current } = dialog
    if (!open || !current) return
    const opener = document.activeElement
    current.showModal()
    return () => {
      current.close()
      // The browser gives the focus back only while the dialog is still in the page.
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [open])

  function noteClose({ currentTarget }: SyntheticEvent<HTMLDialogElement>) {
    // The browser may close it by itself; a close of our own is followed by `open` being false, or by a new showModal.
    if (open && !currentTarget.open) close()
  }

  return (
    <dialog
      ref={dialog}
      data-ca="dialog"
      data-ca-theme={theme}
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClose={noteClose}
      onMouseDown={({ target, currentTarget }) => {
        if (target === currentTarget) close()
      }}
    >
      {open && (
        <>
          <ConnectAccount
            {...props}
            headingId={headingId}
            takesFocus
            onEnd={(outcome, details) => {
              props.onEnd?.(outcome, details)
              if (outcome.type === 'cancelled') close()
            }}
            onClose={() => {
              props.onClose?.()
              close()
            }}
          />
          <button type="button" data-ca="dialog-close" aria-label={actions.close} onClick={close}>
            <Icon shape={closeIcon} />
          </button>
        </>
      )}
    </dialog>
  )
}
