import { type ComponentType, type RefObject, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { enPhone } from '../../../locales/en-phone.ts'
import { Alert } from '../../parts/alert.tsx'
import { StepForm } from '../../parts/step-form.tsx'
import { useRejection } from '../../parts/use-rejection.ts'
import { useProviderText } from '../../root/provider-text.ts'
import { useWords } from '../../root/use-words.ts'
import { CheckpointLayout } from '../checkpoint-layout.tsx'

/** The props of both phone fields: the one with countries and the plain one. */
export interface PhoneFieldProps {
  /** Whether the value that was submitted is not a phone number. */
  readonly isInvalid: boolean
  /** The number to start with. */
  readonly known: string | undefined
  readonly input: RefObject<HTMLInputElement | null>
  /** Called with the number in E.164, or with the text while it is not a number. */
  readonly onChange: (typed: string) => void
  /** Returns the number that is in the field now, in E.164, or `undefined` if there is none. */
  readonly read: RefObject<(() => string | undefined) | null>
}

interface PhoneScreenProps {
  readonly step: ConnectStepOf<'phone'>
  readonly field: ComponentType<PhoneFieldProps>
}

/** Asks for a phone number that the provider can send a code to. */
export function PhoneScreen({ step, field: PhoneField }: PhoneScreenProps) {
  const { phone: words } = useWords(enPhone)
  const { service } = useProviderText(step.provider)
  const input = useRef<HTMLInputElement>(null)
  const read = useRef<() => string | undefined>(null)
  const [isInvalid, setInvalid] = useState(false)

  useRejection(step, () => input.current?.select())

  function submit() {
    const number = read.current?.()
    setInvalid(!number)
    if (number) {
      step.keep(number)
      step.submit(number)
    } else input.current?.focus()
  }

  return (
    <CheckpointLayout step={step} heading={words.heading} text={words.text(service)} error={null}>
      <StepForm
        alert={<Alert error={step.pending ? undefined : step.error} />}
        pending={step.pending === 'submit'}
        onSubmit={submit}
      >
        <PhoneField
          known={step.known}
          input={input}
          isInvalid={isInvalid}
          onChange={(typed) => {
            setInvalid(false)
            step.keep(typed)
          }}
          read={read}
        />
      </StepForm>
    </CheckpointLayout>
  )
}
