import { useState } from 'react'
import type { StepError } from '../../hooks/flow/connect-step.ts'
import { useMessages } from '../root/use-messages.ts'
import { Icon } from './icon.tsx'
import { alertIcon } from './icons.ts'
import { useErrorText } from './use-error-text.ts'
import { useSecondsUntil } from './use-seconds-until.ts'

/** Describes an error to the user and announces it. A field can refer to it by `id`. */
export function Alert({
  error,
  id,
}: {
  error: StepError | string | null | undefined
  id?: string | undefined
}) {
  if (!error) return null
  return (
    <p role="alert" data-ca="alert" id={id}>
      <Icon shape={alertIcon} />
      {typeof error === 'string' ? (
        <span data-ca="alert-text">{error}</span>
      ) : (
        <ErrorText key={`${error.code} ${error.retryAfter}`} error={error} />
      )}
    </p>
  )
}

/** The text counts down the time to wait. Only its first and its last state are announced. */
function ErrorText({ error }: { error: StepError }) {
  const { retryAfter = 0, helpUrl } = error
  const messages = useMessages()
  const textOf = useErrorText()
  const [retryAt] = useState(() => Date.now() + retryAfter * 1000)
  const seconds = useSecondsUntil(retryAt)
  const isOver = retryAfter > 0 && seconds === 0
  return (
    <span data-ca="alert-text" aria-live={seconds > 0 ? 'off' : undefined}>
      {isOver ? messages.retryNow : textOf({ ...error, retryAfter: seconds })}
      {helpUrl && (
        <>
          {' '}
          <a data-ca="help-link" href={helpUrl} target="_blank" rel="noreferrer">
            {messages.actions.help}
          </a>
        </>
      )}
    </span>
  )
}
