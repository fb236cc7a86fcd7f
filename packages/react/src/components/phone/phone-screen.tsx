import { type FormEvent, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { Alert } from '../alert/alert.tsx'
import { Button } from '../button/button.tsx'
import { CancelButton } from '../cancel-button/cancel-button.tsx'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'
import { useRejection } from '../step-screen/use-rejection.ts'
import { TextField } from '../text-field/text-field.tsx'

/** ITU-T E.164: a plus, then at most 15 digits; shorter than 7 is no subscriber's number. */
const E164 = /^\+\d{7,15}$/

/** A phone number in international format, so that the provider can send a code. */
export default function PhoneScreen({ step }: { step: ConnectStepOf<'phone'> }) {
  const { messages } = useRoot()
  const words = messages.phone
  const input = useRef<HTMLInputElement>(null)
  const [isInvalid, setInvalid] = useState(false)

  useRejection(step, () => input.current?.select())

  function submit(event: FormEvent) {
    event.preventDefault()
    const number = (input.current?.value ?? '').replace(/[^\d+]/g, '').replace(/^00/, '+')
    setInvalid(!E164.test(number))
    if (E164.test(number)) step.submit(number)
    else input.current?.focus()
  }

  return (
    <StepLayout
      provider={step.provider}
      heading={words.heading}
      text={words.text(step.provider.name)}
      footer={<CancelButton step={step} />}
    >
      <form data-ca="form" noValidate onSubmit={submit}>
        <Alert error={step.error} />
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
        <Button variant="primary" submit pending={step.pending === 'submit'}>
          {messages.actions.continue}
        </Button>
      </form>
    </StepLayout>
  )
}
