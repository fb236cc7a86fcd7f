import { useImperativeHandle } from 'react'
import { enPhone } from '../../../locales/en-phone.ts'
import { TextField } from '../../parts/text-field.tsx'
import { useFieldError } from '../../parts/use-field-errors.ts'
import { useWords } from '../../root/use-words.ts'
import type { PhoneFieldProps } from './phone-screen.tsx'
import { readPlainNumber } from './read-plain-number.ts'

/** A phone number with its country code, without formatting. Used if the countries don't load. */
export function PlainPhoneField({ isInvalid, known, input, onChange, read }: PhoneFieldProps) {
  const { phone: words, phoneField } = useWords(enPhone)
  const error = isInvalid ? phoneField.invalid : undefined
  useFieldError(error)
  useImperativeHandle(read, () => () => readPlainNumber(input.current?.value ?? ''))
  return (
    <TextField
      label={words.label}
      type="tel"
      help={words.help}
      error={error}
      first
      input={{
        ref: input,
        defaultValue: known,
        autoComplete: 'tel',
        inputMode: 'tel',
        onChange: ({ target: { value } }) => onChange(value),
      }}
    />
  )
}
