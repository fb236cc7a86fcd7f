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
  /** The initial value. */
  readonly value: string | undefined
}

/** One field of a method. Only its own error renders it again; typing does not. */
export function MethodField({ field, form: { control, register }, first, value }: MethodFieldProps) {
  const words = useMessages().credentials
  const { name, label, type, autocomplete, required, help, placeholder, cookies, options = [] } = field
  const { errors } = useFormState({ control, name, exact: true })
  const frame = { label, help, required, first, error: errors[name]?.message }
  const registered = {
    ...register(name, {
      ...(value !== undefined && { value }),
      required: required && words.required(label),
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
      // Not `number`: its arrows, wheel and thousands separators are wrong for a port.
      type={type === 'number' ? 'text' : type}
      input={{
        ...registered,
        placeholder,
        ...(type === 'number' && { inputMode: 'numeric' }),
      }}
    />
  )
}
