import { type FormEvent, useId, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import type { Messages } from '../../locales/messages.ts'
import { Alert } from '../alert/alert.tsx'
import { AnotherWayButton } from '../another-way-button/another-way-button.tsx'
import { Button } from '../button/button.tsx'
import { CancelButton } from '../cancel-button/cancel-button.tsx'
import { ResendButton } from '../resend-button/resend-button.tsx'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'
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
  const { messages } = useRoot()
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

  function submit(event: FormEvent) {
    event.preventDefault()
    setIncomplete(code.length < MIN_CODE)
    if (code.length >= MIN_CODE) send(code)
    else input.current?.focus()
  }

  const error = isIncomplete ? messages.code.incomplete : step.pending ? undefined : step.error
  return (
    <StepLayout
      provider={step.provider}
      heading={messages.code.heading}
      text={textOf(step, messages)}
      footer={
        <>
          <AnotherWayButton step={step} />
          <CancelButton step={step} />
        </>
      }
    >
      <form data-ca="form" noValidate onSubmit={submit}>
        <CodeField inputRef={input} value={code} onChange={type} errorId={error && alertId} />
        <Alert id={alertId} error={error} />
        {step.type === 'otp_or_in_app' && <WaitingLine text={messages.code.waiting} />}
        <Button variant="primary" submit pending={step.pending === 'submit'}>
          {messages.actions.continue}
        </Button>
        {step.resend && <ResendButton resend={step.resend} pending={step.pending} />}
      </form>
    </StepLayout>
  )
}
