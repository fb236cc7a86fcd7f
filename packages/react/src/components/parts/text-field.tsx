import { type InputHTMLAttributes, type Ref, useState } from 'react'
import { useMessages } from '../root/use-messages.ts'
import { Field, type FieldProps, type OwnAttributes } from './field.tsx'
import { Icon } from './icon.tsx'
import { eyeIcon } from './icons.ts'

interface TextFieldProps extends FieldProps {
  readonly type: string
  readonly input: OwnAttributes<InputHTMLAttributes<HTMLInputElement>> & { ref?: Ref<HTMLInputElement> }
}

/** Types whose values are left-to-right in every language. */
const LEFT_TO_RIGHT: readonly string[] = ['email', 'password', 'tel', 'url']

/** A labeled input. A password has a button that shows it. */
export function TextField({ type, input, ...field }: TextFieldProps) {
  const { credentials: words } = useMessages()
  const [isShown, setShown] = useState(false)
  const isLeftToRight = LEFT_TO_RIGHT.includes(type) || input.inputMode === 'numeric'
  const dir = field.dir ?? (isLeftToRight ? 'ltr' : undefined)

  return (
    <Field {...field} dir={dir}>
      {(control) => (
        <>
          <input
            {...input}
            {...control}
            // For other text, its first letters decide.
            dir={dir ?? 'auto'}
            data-revealable={type === 'password' || undefined}
            type={isShown ? 'text' : type}
            spellCheck={false}
            autoCapitalize="none"
          />
          {type === 'password' && (
            <button
              type="button"
              form={control.form}
              data-ca="reveal"
              aria-pressed={isShown}
              aria-controls={control.id}
              aria-label={words.show}
              onClick={() => setShown(!isShown)}
            >
              <Icon shape={eyeIcon} />
            </button>
          )}
        </>
      )}
    </Field>
  )
}
