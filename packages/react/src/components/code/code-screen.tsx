import { useId, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import type { Messages } from '../../locales/messages.ts'
import { CheckpointLayout } from '../checkpoint-layout/checkpoint-layout.tsx'
import { ResendButton } from '../resend-button/resend-button.tsx'
import { useMessages } from '../root/use-messages.ts'
import { StepForm } from '../step-form/step-form.tsx'
import { useRejection } from '../step-screen/use-rejection.ts'
import { WaitingLine } from '../waiting-line/waiting-line.tsx'
import { CodeField } from './code-field.tsx'
import { MIN_CODE, USUAL_CODE } from './read-code.ts'

type CodeStep = ConnectStepOf<'otp' | 'two_factor' | 'otp_or_in_app'>

function textOf(step: CodeStep, { code }: Messages): string {
  const { name } = step.provider
  return step.type === 'two_factor'
    ? code.two_factor(name, step.platform)
    : code[step.type](name, step.channel)
}

/** A code from a message or an authenticator app. */
export default function CodeScreen({ step }: { step: CodeStep }) {
  const messages = useMessages()
  const alertId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [isIncomplete, setIncomplete] = useState(false)
  const isUntried = useRef(true)

  useRejection(step, () => {
    input.current?.focus()
    input.current?.select()
  })

  function type(next: string) {
    setCode(next)
    setIncomplete(false)
    // By itself only once: after a wrong guess the code may be one of the longer ones.
    if (next.length === USUAL_CODE && isUntried.current) send(next)
  }

  function send(whole: string) {
    isUntried.current = false
    step.submit(whole)
  }

  function submit() {
    setIncomplete(code.length < MIN_CODE)
    if (code.length >= MIN_CODE) send(code)
    else input.current?.focus()
  }

  const hasError = isIncomplete || (!step.pending && step.error !== undefined)
  return (
    <CheckpointLayout
      step={step}
      heading={messages.code.heading}
      text={textOf(step, messages)}
      alertId={alertId}
      {...(isIncomplete && { error: messages.code.incomplete })}
    >
      <StepForm pending={step.pending === 'submit'} onSubmit={submit}>
        <CodeField inputRef={input} value={code} onChange={type} errorId={hasError ? alertId : undefined} />
        {step.type === 'otp_or_in_app' && <WaitingLine text={messages.code.waiting} />}
      </StepForm>
      {step.resend && <ResendButton resend={step.resend} pending={step.pending} />}
    </CheckpointLayout>
  )
}
