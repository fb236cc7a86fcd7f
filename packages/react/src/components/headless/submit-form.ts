import type { ConnectStep, ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { problemOfCode } from '../screens/code/describe-code.ts'
import { readCode } from '../screens/code/read-code.ts'
import { importCookies } from '../screens/credentials/cookies/import-cookies.ts'
import { fieldText } from '../screens/credentials/form-words.ts'
import { keepable } from '../screens/credentials/keepable.ts'
import { readPlainNumber } from '../screens/phone/read-plain-number.ts'
import type { StepMessages } from './words.ts'

/** Error texts by the names of the fields. */
export type FieldTexts = Readonly<Record<string, string>>

/** Submits what is in the form of `step`, or returns what is wrong with it. */
export function submitForm(
  step: ConnectStep,
  form: FormData,
  messages: StepMessages,
): FieldTexts | undefined {
  const read = (name: string) => String(form.get(name) ?? '')
  switch (step.type) {
    case 'credentials':
      return submitCredentials(step, read, messages)
    case 'otp':
    case 'two_factor':
    case 'otp_or_in_app': {
      const code = step.format === 'password' ? read('code') : readCode(read('code'), step)
      const problem = problemOfCode(code, step, messages)
      if (problem !== undefined) return { code: problem }
      step.submit(code)
      return undefined
    }
    case 'phone': {
      const number = readPlainNumber(read('phone'))
      if (number === undefined) return { phone: messages.phoneField.invalid }
      step.keep(number)
      step.submit(number)
      return undefined
    }
    default:
      return undefined
  }
}

function submitCredentials(
  step: ConnectStepOf<'credentials'>,
  read: (name: string) => string,
  messages: StepMessages,
): FieldTexts | undefined {
  const { credentials: words, forms } = messages
  const { provider, method } = step
  const errors: Record<string, string> = {}
  const values: Record<string, string> = {}
  for (const field of method.kind === 'form' ? method.fields : []) {
    const { name, required, cookies } = field
    const value = read(name)
    if (required && value === '') {
      const called = fieldText(forms, provider, field).name
      errors[name] = (cookies ? words.cookiesRequired : words.required)(called)
    } else if (cookies) {
      const found = importCookies(value, field, () => messages)
      if (typeof found === 'string') errors[name] = found
      else Object.assign(values, found)
    } else values[name] = value
  }
  step.keep(keepable(provider, values))
  if (Object.keys(errors).length > 0) return errors
  step.submit(values)
  return undefined
}
