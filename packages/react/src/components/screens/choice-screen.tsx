import { type RefObject, useId, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { enChoice } from '../../locales/en-choice.ts'
import { useFormOwner } from '../host-page/form-owner.ts'
import { Alert } from '../parts/alert.tsx'
import { StepForm } from '../parts/step-form.tsx'
import { useWords } from '../root/use-words.ts'
import { CheckpointLayout } from './checkpoint-layout.tsx'

interface Option {
  readonly id: string
  readonly label: string
  readonly description?: string
}

/** Asks which contract to link, or how to verify the user's identity. */
export function ChoiceScreen({ step }: { step: ConnectStepOf<'contract' | 'challenge'> }) {
  const messages = useWords(enChoice)
  const words = messages[step.type]
  const alertId = useId()
  const first = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<string>()
  const [isMissing, setMissing] = useState(false)

  const isPending = step.pending !== false && step.pending !== 'cancel'
  const refusal = step.pending ? undefined : step.error

  function submit() {
    setMissing(!chosen)
    if (chosen) step.choose(chosen)
    else first.current?.focus()
  }

  return (
    <CheckpointLayout step={step} heading={words.heading} error={null}>
      <StepForm
        alert={<Alert id={alertId} error={isMissing ? messages.choice.required : refusal} />}
        pending={isPending}
        onSubmit={submit}
      >
        <Options
          label={words.heading}
          options={step.options}
          chosen={chosen}
          errorId={isMissing ? alertId : undefined}
          first={first}
          onChoose={(id) => {
            setChosen(id)
            setMissing(false)
          }}
        />
      </StepForm>
    </CheckpointLayout>
  )
}

interface OptionsProps {
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: string | undefined
  /** The id of the error that asks to choose an option. */
  readonly errorId: string | undefined
  readonly first: RefObject<HTMLInputElement | null>
  readonly onChoose: (id: string) => void
}

function Options({ label, options, chosen, errorId, first, onChoose }: OptionsProps) {
  const name = useId()
  const form = useFormOwner()
  return (
    <fieldset form={form} data-ca="options" aria-describedby={errorId}>
      <legend data-ca="live">{label}</legend>
      {options.map(({ id, label, description }, index) => (
        <label key={id} data-ca="option" data-checked={chosen === id || undefined}>
          <input
            ref={index === 0 ? first : undefined}
            type="radio"
            form={form}
            data-ca="radio"
            name={name}
            checked={chosen === id}
            onChange={() => onChoose(id)}
          />
          <span data-ca="option-text">
            <span data-ca="option-label">{label}</span>
            {description && <span data-ca="option-description">{description}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
