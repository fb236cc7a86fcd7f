import { lazy, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { enPhone } from '../../locales/en-phone.ts'
import { CheckpointLayout } from '../checkpoint-layout/checkpoint-layout.tsx'
import { useWords } from '../root/use-words.ts'
import { StepForm } from '../step-form/step-form.tsx'
import { useRejection } from '../step-screen/use-rejection.ts'
import { loadPhoneField } from './load-phone-field.tsx'

/** Suspends the whole screen, so that the focus finds the field when it appears. */
const PhoneField = lazy(loadPhoneField)

/** A phone number, so that the provider can send a code. */
export default function PhoneScreen({ step }: { step: ConnectStepOf<'phone'> }) {
  const { phone: words } = useWords(enPhone)
  const input = useRef<HTMLInputElement>(null)
  const number = useRef<string>(undefined)
  const [isInvalid, setInvalid] = useState(false)

  useRejection(step, () => input.current?.select())

  function submit() {
    setInvalid(!number.current)
    if (number.current) step.submit(number.current)
    else input.current?.focus()
  }

  return (
    <CheckpointLayout step={step} heading={words.heading} text={words.text(step.provider.name)}>
      <StepForm pending={step.pending === 'submit'} onSubmit={submit}>
        <PhoneField
          input={input}
          isInvalid={isInvalid}
          onNumber={(typed) => {
            number.current = typed
            setInvalid(false)
          }}
        />
      </StepForm>
    </CheckpointLayout>
  )
}
