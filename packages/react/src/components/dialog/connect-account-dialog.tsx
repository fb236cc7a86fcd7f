import { useId, useState } from 'react'
import { newDraft } from '../../hooks/flow/flow-draft.ts'
import { sessionIdentity } from '../../hooks/session/session-options.ts'
import { ConnectAccount, type ConnectAccountProps } from '../flow/connect-account.tsx'
import { attributesOf, withoutAttributes } from '../host-page/root-attributes.ts'
import { CloseContext } from '../root/close-context.ts'
import { DraftContext } from '../root/draft-context.ts'
import { type DismissReason, ModalDialog } from './modal-dialog.tsx'

/**
 * Why the dialog should close. `close_button`, `escape` (or the system's Back gesture) and `outside_press`:
 * the user closed it during the flow. `canceled`: the user canceled the flow. `finished`: the user dismissed
 * the end.
 */
export type CloseReason = DismissReason | 'close_button' | 'canceled' | 'finished'

export interface OpenChangeDetails {
  readonly reason: CloseReason
}

export type ConnectAccountDialogProps = ConnectAccountProps & {
  readonly open: boolean
  /**
   * Called with `false` when the dialog wants to be closed. This cancels nothing: if the dialog opens again,
   * the flow continues.
   */
  readonly onOpenChange: (open: boolean, details: OpenChangeDetails) => void
}

/**
 * The flow in a native modal dialog, in a portal at the end of the body. It opens above any modal of the
 * host, keeps the page behind from scrolling, and returns the focus to the element that opened it.
 */
export function ConnectAccountDialog({ open, onOpenChange, ...given }: ConnectAccountDialogProps) {
  const props = withoutAttributes(given)
  const headingId = useId()
  const { locale } = props
  const user = sessionIdentity(props)
  const [kept, keep] = useState(() => ({ user, draft: newDraft() }))
  // Another user must not see what this one has typed.
  if (kept.user !== user) keep({ user, draft: newDraft() })
  function close(reason: CloseReason) {
    kept.draft.exit = reason
    onOpenChange(false, { reason })
  }

  return (
    <ModalDialog
      aria-labelledby={headingId}
      {...attributesOf(given)}
      open={open}
      onClose={close}
      data-ca="dialog"
      appearance={props.appearance}
      {...(typeof locale === 'object' && { lang: locale.tag, dir: locale.direction ?? 'ltr' })}
    >
      <CloseContext.Provider value={() => close('close_button')}>
        <DraftContext.Provider value={kept.draft}>
          <ConnectAccount
            {...props}
            headingId={headingId}
            takesFocus
            // The dialog closes even if the host's callback throws. The flow reports the error.
            onEnd={(outcome, details) => {
              try {
                props.onEnd?.(outcome, details)
              } finally {
                // What another tab canceled must not vanish without a word.
                if (outcome.type === 'canceled' && details.reason === 'user') close('canceled')
              }
            }}
            onClose={() => {
              try {
                props.onClose?.()
              } finally {
                close('finished')
              }
            }}
          />
        </DraftContext.Provider>
      </CloseContext.Provider>
    </ModalDialog>
  )
}
