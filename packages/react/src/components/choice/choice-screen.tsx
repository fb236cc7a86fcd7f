import { type FormEvent, useId, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { Alert } from '../alert/alert.tsx'
import { Button } from '../button/button.tsx'
import { CancelButton } from '../cancel-button/cancel-button.tsx'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'

interface Option {
  readonly id: string
  readonly label: string
  readonly description?: string
}

/** One of several: which contract to link, or which way to prove the user's identity. */
export default function ChoiceScreen({ step }: { step: ConnectStepOf<'contract' | 'challenge'> }) {
  const { messages } = useRoot()
  const words = messages[step.type]
  const options: readonly Option[] = step.options
  const name = useId()
  const [chosen, setChosen] = useState<string>()
  const [isMissing, setMissing] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!chosen)
    if (chosen) step.choose(chosen)
  }

  return (
    <StepLayout
      provider={step.provider}
      heading={words.heading}
      text={words.text(step.provider.name)}
      footer={<CancelButton step={step} />}
    >
      <form data-ca="form" noValidate onSubmit={submit}>
        <Alert error={isMissing ? messages.choice.required : step.error} />
        <fieldset data-ca="options">
          <legend data-ca="live">{words.heading}</legend>
          {options.map(({ id, label, description }) => (
            <label key={id} data-ca="option">
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
              <span>
                <span data-ca="option-label">{label}</span>
                {description && <span data-ca="option-description">{description}</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <Button variant="primary" submit pending={step.pending !== false && step.pending !== 'cancel'}>
          {messages.actions.continue}
        </Button>
      </form>
    </StepLayout>
  )
}
