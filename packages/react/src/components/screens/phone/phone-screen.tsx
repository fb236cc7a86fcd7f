import { type ComponentType, type RefObject, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { enPhone } from '../../../locales/en-phone.ts'
import { StepForm } from '../../parts/step-form.tsx'
import { useRejection } from '../../parts/use-rejection.ts'
import { useWords } from '../../root/use-words.ts'
import { CheckpointLayout } from '../checkpoint-layout.tsx'

/** The props of both phone fields: the one with countries and the plain one. */
export interface PhoneFieldProps {
  /** Whether the value that was submitted is not a phone number. */
  readonly isInvalid: boolean
  readonly input: RefObject<HTMLInputElement | null>
  /** Called with the number in E.164, or with `undefined` while the text is not a number. */
  readonly onNumber: (number: string | undefined) => void
}

interface PhoneScreenProps {
  readonly step: ConnectStepOf<'phone'>
  readonly field: ComponentType<PhoneFieldProps>
}

/** Asks for a phone number that the provider can send a code to. */
export function PhoneScreen({ step, field: PhoneField }: PhoneScreenProps) {
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
