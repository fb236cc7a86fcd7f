import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import type { CodeStep } from '../screens/code/describe-code.ts'
import { describeFieldError } from '../screens/credentials/describe-field-error.ts'
import { fieldText, groupText, optionTexts } from '../screens/credentials/form-words.ts'
import type { FormField } from './step-content.ts'
import type { FieldTexts } from './submit-form.ts'
import type { StepMessages } from './words.ts'

/** The fields of a sign-in form, with the user's mistakes or else with what the server refused. */
export function signInFields(
  { provider, method, known, pending, error }: ConnectStepOf<'credentials'>,
  messages: StepMessages,
  mistakes: FieldTexts | undefined,
): readonly FormField[] {
  const { forms } = messages
  if (method.kind !== 'form') return []
  return method.fields.map((field): FormField => {
    const { label, name: nameInText, help } = fieldText(forms, provider, field)
    const refused = error?.fields?.find(
      ({ name }) => name === field.name || field.cookies?.some(({ credential }) => credential === name),
    )
    return {
      name: field.name,
      label,
      help,
      error: mistakes
        ? mistakes[field.name]
        : refused && !pending
          ? describeFieldError(refused, nameInText, () => messages)
          : undefined,
      type: field.type,
      autoComplete: field.autocomplete,
      inputMode: field.type === 'number' ? 'numeric' : undefined,
      required: field.required,
      value: error?.prefill?.[field.name] ?? known[field.name],
      group: field.group === undefined ? undefined : groupText(forms, provider, field.group),
      options: optionTexts(forms, provider, field),
    }
  })
}

/** The field of a code, or of the password that the provider asks for instead. */
export function codeField(
  { format }: CodeStep,
  { code, password }: StepMessages,
  mistakes: FieldTexts | undefined,
): FormField {
  const isPassword = format === 'password'
  return {
    name: 'code',
    label: isPassword ? password.label : code.label,
    error: mistakes?.code,
    type: isPassword ? 'password' : 'text',
    autoComplete: isPassword ? 'current-password' : 'one-time-code',
    inputMode: format === 'digits' ? 'numeric' : undefined,
    required: true,
    options: [],
  }
}

export function phoneField(
  { known }: ConnectStepOf<'phone'>,
  { phone }: StepMessages,
  mistakes: FieldTexts | undefined,
): FormField {
  return {
    name: 'phone',
    label: phone.label,
    help: phone.help,
    error: mistakes?.phone,
    type: 'tel',
    autoComplete: 'tel',
    inputMode: 'tel',
    required: true,
    value: known,
    options: [],
  }
}
