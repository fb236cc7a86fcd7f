import { type ReactNode, useId } from 'react'

export interface FieldProps {
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean
  /** `ltr` for what is written so in every language, such as an address or a number; a button at its end stands where the text ends. */
  readonly dir?: 'ltr' | undefined
  /** Takes the focus when its step appears. */
  readonly first?: boolean
}

/** What makes a control the one of its label and note. */
function attributesOf(id: string, { help, error, required = true, first }: FieldProps) {
  return {
    id,
    'data-ca': 'input',
    'data-focus': first,
    'aria-required': required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || help ? `${id}-note` : undefined,
  }
}

interface FieldFrameProps extends FieldProps {
  readonly children: (control: ReturnType<typeof attributesOf>) => ReactNode
}

/** A label over its control, and what helps or is wrong under it. */
export function Field({ children, ...props }: FieldFrameProps) {
  const { label, help, error, dir } = props
  const id = useId()
  return (
    <div data-ca="field" data-invalid={error ? true : undefined}>
      <label data-ca="label" htmlFor={id}>
        {label}
      </label>
      <div data-ca="control" dir={dir}>
        {children(attributesOf(id, props))}
      </div>
      {(error ?? help) && (
        <p id={`${id}-note`} data-ca={error ? 'field-error' : 'help'}>
          {error ?? help}
        </p>
      )}
    </div>
  )
}
