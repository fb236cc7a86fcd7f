import { type ReactNode, useId } from 'react'
import { useFormOwner } from '../host-page/form-owner.ts'

export interface FieldProps {
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | undefined
  /** The id of an element elsewhere that says why the value is wrong. */
  readonly errorId?: string | undefined
  readonly required?: boolean
  /** Takes the focus when its step appears. */
  readonly first?: boolean
  /**
   * The direction of the control and of the button in it.
   * @default The direction of the page.
   */
  readonly dir?: 'ltr' | undefined
}

/** The attributes that `Field` sets on its control. */
type FramedAttributes = ReturnType<typeof attributesOf>

/** The attributes of a control that `Field` does not set. */
export type OwnAttributes<T> = Omit<T, keyof FramedAttributes | 'dir'>

/** Connects a control to its label, its note and its form. */
function attributesOf(id: string, form: string, props: FieldProps) {
  const { help, error, errorId, required = true, first } = props
  const notes = [errorId, error && `${id}-error`, help && `${id}-help`].filter(Boolean)
  return {
    id,
    form,
    'data-ca': 'input',
    'data-focus': first || undefined,
    'aria-required': required,
    'aria-invalid': error || errorId ? true : undefined,
    'aria-describedby': notes.join(' ') || undefined,
  }
}

interface FieldFrameProps extends FieldProps {
  readonly children: (control: FramedAttributes) => ReactNode
}

/** A label, its control, and an error and a help text below. */
export function Field({ children, ...props }: FieldFrameProps) {
  const { label, help, error, errorId, dir } = props
  const id = useId()
  const form = useFormOwner()
  return (
    <div data-ca="field" data-invalid={error || errorId ? true : undefined}>
      <label data-ca="label" htmlFor={id}>
        {label}
      </label>
      <div data-ca="control" dir={dir}>
        {children(attributesOf(id, form, props))}
      </div>
      {error && (
        <p id={`${id}-error`} data-ca="field-error">
          {error}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} data-ca="help">
          {help}
        </p>
      )}
    </div>
  )
}
