import { type InputHTMLAttributes, type Ref, useState } from 'react'
import { Field, type FieldProps } from '../field/field.tsx'
import { Icon } from '../icon/icon.tsx'
import { eyeIcon } from '../icon/icons.ts'
import { useMessages } from '../root/use-messages.ts'

interface TextFieldProps extends FieldProps {
  readonly type: string
  readonly input: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }
}

/** Written from left to right in every language. */
const LTR_TYPES = new Set(['email', 'password', 'tel', 'url'])

/** A labeled input. A password can be shown, and is hidden again with the next step. */
export function TextField({ type, input, ...field }: TextFieldProps) {
  const { credentials: words } = useMessages()
  const [isShown, setShown] = useState(false)

  return (
    <Field {...field} dir={LTR_TYPES.has(type) || input.dir === 'ltr' ? 'ltr' : undefined}>
      {(control) => (
        <>
          <input
            {...input}
            {...control}
            data-revealable={type === 'password' || undefined}
            type={isShown ? 'text' : type}
            spellCheck={false}
            autoCapitalize="none"
          />
          {type === 'password' && (
            <button
              type="button"
              data-ca="reveal"
              aria-pressed={isShown}
              aria-controls={control.id}
              aria-label={isShown ? words.hide : words.show}
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
