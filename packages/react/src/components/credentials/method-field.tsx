import type { Field as MethodFieldData } from '@connect-account/core'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Field } from '../field/field.tsx'
import { SelectField } from '../select-field/select-field.tsx'
import { TextField } from '../text-field/text-field.tsx'

interface MethodFieldProps {
  readonly field: MethodFieldData
  readonly first: boolean
  readonly error: string | undefined
  readonly registration: UseFormRegisterReturn
}

/** One field of a method, as the control that its type asks for. */
export function MethodField({ field, first, error, registration }: MethodFieldProps) {
  const { label, type, autocomplete, required, help, placeholder, options = [] } = field
  const frame = { label, help, required, first, error }
  const control = { ...registration, autoComplete: autocomplete }

  if (type === 'select') return <SelectField {...frame} options={options} select={control} />
  if (type === 'cookies')
    return (
      <Field {...frame}>
        {(own) => <textarea {...control} {...own} rows={4} dir="ltr" spellCheck={false} />}
      </Field>
    )
  return (
    <TextField
      {...frame}
      // A port or the like has no arrows, no wheel and no thousands, so it is text with a number pad.
      type={type === 'number' ? 'text' : type}
      input={{
        ...control,
        placeholder,
        ...(type === 'text' && { dir: 'auto' }),
        ...(type === 'number' && { inputMode: 'numeric', dir: 'ltr' }),
      }}
    />
  )
}
