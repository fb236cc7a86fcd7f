import { useRef, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { CheckpointLayout } from '../checkpoint-layout/checkpoint-layout.tsx'
import { useMessages } from '../root/use-messages.ts'
import { StepForm } from '../step-form/step-form.tsx'
import { useRejection } from '../step-screen/use-rejection.ts'
import { TextField } from '../text-field/text-field.tsx'

/** ITU-T E.164: a plus, then at most 15 digits; shorter than 7 is no subscriber's number. */
const E164 = /^\+\d{7,15}$/

/** A phone number in international format, so that the provider can send a code. */
export default function PhoneScreen({ step }: { step: ConnectStepOf<'phone'> }) {
  const { phone: words } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const [isInvalid, setInvalid] = useState(false)

  useRejection(step, () => input.current?.select())

  function submit() {
    const number = (input.current?.value ?? '').replace(/[^\d+]/g, '').replace(/^00/, '+')
    setInvalid(!E164.test(number))
    if (E164.test(number)) step.submit(number)
    else input.current?.focus()
  }

  return (
    <CheckpointLayout step={step} heading={words.heading} text={words.text(step.provider.name)}>
      <StepForm pending={step.pending === 'submit'} onSubmit={submit}>
        <TextField
          label={words.label}
          type="tel"
          help={words.help}
          error={isInvalid ? words.invalid : undefined}
          first
          input={{
            ref: input,
            autoComplete: 'tel',
            inputMode: 'tel',
            dir: 'ltr',
            onChange: () => setInvalid(false),
          }}
        />
      </StepForm>
    </CheckpointLayout>
  )
}
