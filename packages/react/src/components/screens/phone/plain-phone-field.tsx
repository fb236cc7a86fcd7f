import { enPhone } from '../../../locales/en-phone.ts'
import { TextField } from '../../parts/text-field.tsx'
import { useFieldError } from '../../parts/use-field-errors.ts'
import { useWords } from '../../root/use-words.ts'
import type { PhoneFieldProps } from './phone-screen.tsx'

/** ITU-T E.164: a plus and at most 15 digits. Subscriber numbers have at least 7. */
const E164 = /^\+\d{7,15}$/

function readNumber(typed: string): string | undefined {
  const number = typed.replace(/[^\d+]/g, '').replace(/^00/, '+')
  return E164.test(number) ? number : undefined
}

/** A phone number with its country code, without formatting. Used if the countries don't load. */
export function PlainPhoneField({ isInvalid, input, onNumber }: PhoneFieldProps) {
  const { phone: words } = useWords(enPhone)
  const error = isInvalid ? words.help : undefined
  useFieldError(error)
  return (
    <TextField
      label={words.label}
      type="tel"
      help={words.help}
      error={error}
      first
      input={{
        ref: input,
        autoComplete: 'tel',
        inputMode: 'tel',
        onChange: (event) => onNumber(readNumber(event.target.value)),
      }}
    />
  )
}
