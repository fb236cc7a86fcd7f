import { useId, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import type { BasicMessages } from '../../../locales/messages.ts'
import { ResendButton } from '../../parts/resend-button.tsx'
import { StepForm } from '../../parts/step-form.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useRejection } from '../../parts/use-rejection.ts'
import { WaitingLine } from '../../parts/waiting-line.tsx'
import { useMessages } from '../../root/use-messages.ts'
import { CheckpointLayout } from '../checkpoint-layout.tsx'
import { CodeField } from './code-field.tsx'
import { MIN_CODE } from './read-code.ts'

type CodeStep = ConnectStepOf<'otp' | 'two_factor' | 'otp_or_in_app'>

function textOf(step: CodeStep, { code }: BasicMessages): string {
  const { name } = step.provider
  return step.type === 'two_factor'
    ? code.two_factor(name, step.platform)
    : code[step.type](name, step.channel)
}

/** The error, hidden while an answer is pending. `wrong` replaces the text for an invalid code. */
function errorOf({ pending, error }: CodeStep, wrong: string | undefined) {
  if (pending) return undefined
  return error?.code === 'invalid_code' && wrong ? wrong : error
}

/**
 * Asks for a code from a message or an authenticator app, or for the password that Telegram asks for instead.
 */
export function CodeScreen({ step }: { step: CodeStep }) {
  const messages = useMessages()
  const alertId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isIncomplete, setIncomplete] = useState(false)
  const isUntried = useRef(true)
  const { format, length } = step
  const isPassword = format === 'password'
  const words = isPassword ? messages.password : messages.code
  const shortest = isPassword ? 1 : MIN_CODE

  useRejection(step, () => {
    input.current?.focus()
    input.current?.select()
  })

  function handleCode(code: string) {
    setIncomplete(false)
    // Submits automatically only at a known length, and only once: after a wrong code, the user decides.
    if (!isPassword && code.length === length && isUntried.current) send(code)
  }

  function send(whole: string) {
    isUntried.current = false
    step.submit(whole)
  }

  function submit() {
    const code = input.current?.value ?? ''
    const isShort = code.length < shortest
    setIncomplete(isShort)
    if (!isShort) send(code)
    else input.current?.focus()
  }

  const hasError = isIncomplete || (!step.pending && step.error !== undefined)
  return (
    <CheckpointLayout
      step={step}
      heading={words.heading}
      text={isPassword ? messages.password.text : textOf(step, messages)}
      alertId={alertId}
      error={
        isIncomplete ? words.incomplete : errorOf(step, isPassword ? messages.password.wrong : undefined)
      }
    >
      <StepForm pending={step.pending === 'submit'} onSubmit={submit}>
        {isPassword ? (
          <TextField
            label={words.label}
            type="password"
            first
            errorId={hasError ? alertId : undefined}
            input={{
              ref: input,
              onChange: ({ target }) => handleCode(target.value),
              autoComplete: 'current-password',
            }}
          />
        ) : (
          <CodeField
            format={format}
            length={length}
            inputRef={input}
            onChange={handleCode}
            errorId={hasError ? alertId : undefined}
          />
        )}
        {step.type === 'otp_or_in_app' && <WaitingLine text={messages.code.waiting} />}
      </StepForm>
      {step.resend && <ResendButton resend={step.resend} pending={step.pending} />}
    </CheckpointLayout>
  )
}
