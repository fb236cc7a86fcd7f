import { useId } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { enForms } from '../../../locales/en-forms.ts'
import { SelectField } from '../../parts/select-field.tsx'
import { useMessages } from '../../root/use-messages.ts'
import { useWords } from '../../root/use-words.ts'
import { methodText } from './form-words.ts'

/** More methods do not fit side by side. */
const SEGMENTS = 3

/** Lets the user choose how to sign in, if the provider has several methods. */
export function MethodSwitch({ step }: { step: ConnectStepOf<'credentials'> }) {
  const { credentials: words } = useMessages()
  const { forms } = useWords(enForms)
  const name = useId()
  const { provider, method, chooseMethod } = step
  if (provider.methods.length < 2) return null

  const options = provider.methods.map((each) => ({
    value: each.id,
    label: methodText(forms, provider, each),
  }))
  if (options.length > SEGMENTS)
    return (
      <SelectField
        label={words.method}
        options={options}
        select={{ value: method.id, onChange: ({ target }) => chooseMethod(target.value) }}
      />
    )
  return (
    <fieldset form="" data-ca="methods">
      <legend data-ca="live">{words.method}</legend>
      {options.map(({ value, label }) => (
        <label key={value} data-ca="method" data-checked={value === method.id || undefined}>
          <input
            type="radio"
            form=""
            data-ca="live"
            name={name}
            checked={value === method.id}
            onChange={() => chooseMethod(value)}
          />
          <span data-ca="method-label">{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
