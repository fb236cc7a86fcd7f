import { type InputHTMLAttributes, type Ref, useId, useState } from 'react'
import { Icon } from '../icon/icon.tsx'
import { eyeIcon } from '../icon/icons.ts'
import { useMessages } from '../root/use-messages.ts'

interface TextFieldProps {
  readonly label: string
  readonly type: string
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean
  /** Takes the focus when its step appears. */
  readonly first?: boolean
  readonly input: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }
}

/** A labelled input. A password can be shown, and is hidden again with the next step. */
export function TextField({ label, type, help, error, required = true, first, input }: TextFieldProps) {
  const messages = useMessages()
  const id = useId()
  const [isShown, setShown] = useState(false)
  const isPassword = type === 'password'

  return (
    <div data-ca="field" data-invalid={error ? true : undefined}>
      <label data-ca="label" htmlFor={id}>
        {label}
      </label>
      <div data-ca="control">
        <input
          {...input}
          id={id}
          type={isShown ? 'text' : type}
          data-ca="input"
          data-focus={first}
          spellCheck={false}
          autoCapitalize="none"
          aria-required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || help ? `${id}-note` : undefined}
        />
        {isPassword && (
          <button
            type="button"
            data-ca="reveal"
            aria-pressed={isShown}
            aria-controls={id}
            aria-label={isShown ? messages.credentials.hide : messages.credentials.show}
            onClick={() => setShown(!isShown)}
          >
            <Icon shape={eyeIcon} />
          </button>
        )}
      </div>
      {(error ?? help) && (
        <p id={`${id}-note`} data-ca={error ? 'field-error' : 'help'}>
          {error ?? help}
        </p>
      )}
    </div>
  )
}
