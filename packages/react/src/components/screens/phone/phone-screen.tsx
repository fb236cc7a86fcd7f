import { type ComponentType, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { enPhone } from '../../../locales/en-phone.ts'
import { StepForm } from '../../parts/step-form.tsx'
import { useRejection } from '../../parts/use-rejection.ts'
import { useRoot } from '../../root/root-context.ts'
import { useWords } from '../../root/use-words.ts'
import { CheckpointLayout } from '../checkpoint-layout.tsx'

/** The props of both phone fields: the one with countries and the plain one. */
export interface PhoneFieldProps {
  /** Whether the value that was submitted is not a phone number. */
  readonly isInvalid: boolean
  readonly input: RefObject<HTMLInputElement | null>
  readonly onChange: () => void
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
  const input = useRef<HTMLInputElement>(null)
  const read = useRef<() => string | undefined>(null)
  const [isInvalid, setInvalid] = useState(false)

  const { draft } = useRoot()
  const key = `${step.provider.id} ${step.checkpointId}`

  // The input is uncontrolled, and is read when it is submitted.
  useLayoutEffect(() => {
    const typed = draft.typed.get(key)
    if (input.current && typed) input.current.value = typed
    return () => {
      draft.typed.set(key, read.current?.() ?? input.current?.value ?? '')
    }
  }, [draft, key])

  useRejection(step, () => input.current?.select())

  function submit() {
    const number = read.current?.()
    setInvalid(!number)
    if (number) step.submit(number)
    else input.current?.focus()
  }

  return (
    <CheckpointLayout step={step} heading={words.heading} text={words.text(step.provider.name)}>
      <StepForm pending={step.pending === 'submit'} onSubmit={submit}>
        <PhoneField input={input} isInvalid={isInvalid} onChange={() => setInvalid(false)} read={read} />
      </StepForm>
    </CheckpointLayout>
  )
}
