import type { StepError } from '../../hooks/flow/connect-step.ts'
import { useMessages } from '../root/use-messages.ts'
import { Icon } from './icon.tsx'
import { alertIcon } from './icons.ts'
import { useErrorText } from './use-error-text.ts'

/** Describes an error to the user and announces it. A field can refer to it by `id`. */
export function Alert({
  error,
  id,
}: {
  error: StepError | string | null | undefined
  id?: string | undefined
}) {
  const messages = useMessages()
  const textOf = useErrorText()
  if (!error) return null
  return (
    <p role="alert" data-ca="alert" id={id}>
      <Icon shape={alertIcon} />
      <span data-ca="alert-text">
        {typeof error === 'string' ? error : textOf(error)}
        {typeof error === 'object' && error.helpUrl && (
          <>
            {' '}
            <a data-ca="help-link" href={error.helpUrl} target="_blank" rel="noreferrer">
              {messages.actions.help}
            </a>
          </>
        )}
      </span>
    </p>
  )
}
