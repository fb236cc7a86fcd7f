import type { Field as MethodFieldData } from '@connect-account/core'
import { type UseFormReturn, useFormState } from 'react-hook-form'
import { Field } from '../../parts/field.tsx'
import { SelectField } from '../../parts/select-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useMessages } from '../../root/use-messages.ts'

export type CredentialsForm = UseFormReturn<Record<string, string>>

interface MethodFieldProps {
  readonly field: MethodFieldData
  readonly form: Pick<CredentialsForm, 'control' | 'register'>
  readonly first: boolean
  /** What is filled in at first. */
  readonly value: string | undefined
}

/** One field of a method, as the control that its type asks for. Only its own error renders it again, no key does. */
export function MethodField({ field, form: { control, register }, first, value }: MethodFieldProps) {
  const { fieldErrors } = useMessages()
  const { name, label, type, autocomplete, required, help, placeholder, cookies, options = [] } = field
  const { errors } = useFormState({ control, name, exact: true })
  const frame = { label, help, required, first, error: errors[name]?.message }
  const registered = {
    ...register(name, {
      ...(value !== undefined && { value }),
      required: required && fieldErrors.required(label),
    }),
    autoComplete: autocomplete,
  }

  if (type === 'select') return <SelectField {...frame} options={options} select={registered} />
  if (cookies)
    return (
      <Field {...frame} dir="ltr">
        {(own) => <textarea {...registered} {...own} rows={4} spellCheck={false} />}
      </Field>
    )
  return (
    <TextField
      {...frame}
      // A port or the like has no arrows, no wheel and no thousands, so it is text with a number pad.
      type={type === 'number' ? 'text' : type}
      input={{
        ...registered,
        placeholder,
        ...(type === 'number' && { inputMode: 'numeric' }),
      }}
    />
  )
}
