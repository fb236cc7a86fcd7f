import { getCountries, getCountryCallingCode, type MetadataJson } from 'libphonenumber-js/core/es6'
import { useImperativeHandle, useMemo, useState } from 'react'
import { enPhone } from '../../../locales/en-phone.ts'
import { SelectField } from '../../parts/select-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useFieldError } from '../../parts/use-field-errors.ts'
import { useRoot } from '../../root/root-context.ts'
import { useWords } from '../../root/use-words.ts'
import { browserLanguage, regionNames } from './browser-language.ts'
import { countryOf, likelyCountry, moveNumber, type TypedNumber, typeNumber } from './phone-number.ts'
import type { PhoneFieldProps } from './phone-screen.tsx'

/** Every country and its calling code, sorted by name in `language`. */
function countryOptions(language: string, metadata: MetadataJson) {
  const nameOf = regionNames(language)
  const { compare } = new Intl.Collator(language)
  return getCountries(metadata)
    .map((value) => ({
      value,
      label: `${nameOf(value)} (+${getCountryCallingCode(value, metadata)})`,
    }))
    .sort((a, b) => compare(a.label, b.label))
}

interface PhoneNumberFieldProps extends PhoneFieldProps {
  readonly metadata: MetadataJson
}

/** A country and a number in its national format, or an international number. */
export default function PhoneNumberField({
  isInvalid,
  known,
  input,
  onChange,
  read,
  metadata,
}: PhoneNumberFieldProps) {
  const { phone: words, phoneField } = useWords(enPhone)
  const { language } = useRoot()
  const [typed, setTyped] = useState<TypedNumber>(() => {
    const empty = { country: likelyCountry(browserLanguage(navigator), metadata), text: '' }
    return known ? typeNumber(empty, known, true, metadata) : empty
  })
  const [initial] = useState(typed.text)
  const error = isInvalid ? phoneField.invalid : undefined
  useFieldError(error)
  const options = useMemo(() => countryOptions(language, metadata), [language, metadata])

  function show(next: TypedNumber): TypedNumber {
    // The input is uncontrolled, because a password manager may fill it without an event.
    if (input.current && input.current.value !== next.text) input.current.value = next.text
    setTyped(next)
    return next
  }

  function change(next: TypedNumber) {
    show(next)
    onChange(next.number ?? next.text)
  }

  useImperativeHandle(read, () => () => {
    const text = input.current?.value ?? ''
    return (text === typed.text ? typed : show(typeNumber({ ...typed, text: '' }, text, true, metadata)))
      .number
  })

  return (
    <>
      <SelectField
        label={phoneField.country}
        options={options}
        select={{
          value: typed.country,
          autoComplete: 'country',
          onChange: ({ target: { value } }) => {
            const country = countryOf(value, metadata)
            if (country) change(moveNumber(typed, country, metadata))
          },
        }}
      />
      <TextField
        label={words.label}
        type="tel"
        error={error}
        first
        input={{
          ref: input,
          defaultValue: initial,
          autoComplete: 'tel',
          inputMode: 'tel',
          onChange: ({ target }) =>
            change(typeNumber(typed, target.value, target.selectionStart === target.value.length, metadata)),
        }}
      />
    </>
  )
}
