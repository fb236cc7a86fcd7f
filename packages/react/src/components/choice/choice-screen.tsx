import { useId, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { enChoice } from '../../locales/en-choice.ts'
import { CheckpointLayout } from '../checkpoint-layout/checkpoint-layout.tsx'
import { useWords } from '../root/use-words.ts'
import { StepForm } from '../step-form/step-form.tsx'

interface Option {
  readonly id: string
  readonly label: string
  readonly description?: string
}

/** One of several: which contract to link, or which way to prove the user's identity. */
export function ChoiceScreen({ step }: { step: ConnectStepOf<'contract' | 'challenge'> }) {
  const messages = useWords(enChoice)
  const words = messages[step.type]
  const options: readonly Option[] = step.options
  const name = useId()
  const [chosen, setChosen] = useState<string>()
  const [isMissing, setMissing] = useState(false)

  function submit() {
    setMissing(!chosen)
    if (chosen) step.choose(chosen)
  }

  return (
    <CheckpointLayout
      step={step}
      heading={words.heading}
      {...(isMissing && { error: messages.choice.required })}
    >
      <StepForm pending={step.pending !== false && step.pending !== 'cancel'} onSubmit={submit}>
        <fieldset form="" data-ca="options">
          <legend data-ca="live">{words.heading}</legend>
          {options.map(({ id, label, description }) => (
            <label key={id} data-ca="option" data-checked={chosen === id || undefined}>
              <input
                type="radio"
                data-ca="radio"
                name={name}
                checked={chosen === id}
                onChange={() => {
                  setChosen(id)
                  setMissing(false)
                }}
              />
              <span data-ca="option-text">
                <span data-ca="option-label">{label}</span>
                {description && <span data-ca="option-description">{description}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      </StepForm>
    </CheckpointLayout>
  )
}
