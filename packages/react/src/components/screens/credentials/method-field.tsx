import type { Field as MethodFieldData, Provider } from '@connect-account/core'
import { type UseFormReturn, useFormState } from 'react-hook-form'
import { enForms } from '../../../locales/en-forms.ts'
import { Field } from '../../parts/field.tsx'
import { SelectField } from '../../parts/select-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useMessages } from '../../root/use-messages.ts'
import { useWords } from '../../root/use-words.ts'
import { fieldText, optionTexts } from './form-words.ts'

export type CredentialsForm = UseFormReturn<Record<string, string>>

interface MethodFieldProps {
  readonly provider: Provider
  readonly field: MethodFieldData
  readonly form: Pick<CredentialsForm, 'control' | 'register'>
  readonly first: boolean
  /** The id of the element that says why the value was refused, if its error has no text. */
  readonly alertId: string
  /** The initial value. */
  readonly value: string | undefined
}

/** One field of a method. Only its own error renders it again; typing does not. */
export function MethodField({
  provider,
  field,
  form: { control, register },
  first,
  alertId,
  value,
}: MethodFieldProps) {
  const words = useMessages().credentials
  const { forms } = useWords(enForms)
  const { name, type, autocomplete, required, placeholder, cookies } = field
  const { label, name: nameInText, help } = fieldText(forms, provider, field)
  const { errors } = useFormState({ control, name, exact: true })
  const error = errors[name]
  const errorId = error && !error.message ? alertId : undefined
  const frame = { label, help, required, first, error: error?.message, errorId }
  const registered = {
    ...register(name, {
      ...(value !== undefined && { value }),
      required: required && (cookies ? words.cookiesRequired : words.required)(nameInText),
    }),
    autoComplete: autocomplete,
  }

  if (type === 'select')
    return <SelectField {...frame} options={optionTexts(forms, provider, field)} select={registered} />
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
