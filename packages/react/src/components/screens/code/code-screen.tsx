import { useId, useRef, useState } from 'react'
import { Alert } from '../../parts/alert.tsx'
import { ResendButton } from '../../parts/resend-button.tsx'
import { SecretPromise } from '../../parts/secret-promise.tsx'
import { StepForm } from '../../parts/step-form.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useRejection } from '../../parts/use-rejection.ts'
import { WaitingLine } from '../../parts/waiting-line.tsx'
import { useMessages } from '../../root/use-messages.ts'
import { CheckpointLayout } from '../checkpoint-layout.tsx'
import { ShownPart } from '../show/shown-part.tsx'
import { CodeField } from './code-field.tsx'
import { type CodeStep, describeCode, problemOfCode } from './describe-code.ts'
import { checkCode } from './read-code.ts'

/**
 * Asks for a code from a message or an authenticator app, or for the password that Telegram asks for instead.
 */
export function CodeScreen({ step }: { step: CodeStep }) {
  const messages = useMessages()
  const alertId = useId()
  const input = useRef<HTMLInputElement>(null)
  const readField = useRef<() => string>(null)
  const [problem, setProblem] = useState<string>()
  const [isCorrecting, setCorrecting] = useState(false)
  const lastSent = useRef<string>(undefined)
  /** The code with an unusual length whose warning the user last saw. */
  const warned = useRef<string>(undefined)
  const { format, length, pending, error } = step
  const isPassword = format === 'password'
  const words = isPassword ? messages.password : messages.code

  useRejection(step, () => {
    setCorrecting(false)
    input.current?.focus()
    input.current?.select()
  })

  function handleCode(code: string) {
    setProblem(undefined)
    setCorrecting(true)
    // Submits automatically only at a known length, and never the code that was just refused.
    const isWhole = !isPassword && length !== undefined && checkCode(code, step) === undefined
    if (isWhole && !pending && code !== lastSent.current) send(code)
  }

  function send(whole: string) {
    lastSent.current = whole
    step.submit(whole)
  }

  function submit() {
    const code = (isPassword ? input.current?.value : readField.current?.()) ?? ''
    const found = problemOfCode(code, step, messages)
    // The known length may be out of date, so a user who submits the same code again is right.
    const isRepeated = code === warned.current && !isPassword && checkCode(code, { format }) === undefined
    setProblem(isRepeated ? undefined : found)
    if (found === undefined || isRepeated) return send(code)
    warned.current = code
    input.current?.focus()
  }

  // The error of a refused code does not apply to the next one.
  const isAnswered = error?.code === 'invalid_code' && isCorrecting
  const refusal = pending || isAnswered ? undefined : error
  const shown =
    problem ?? (isPassword && refusal?.code === 'invalid_code' ? messages.password.wrong : refusal)
  return (
    <CheckpointLayout
      step={step}
      {...describeCode(step, messages)}
      error={null}
      actions={step.resend && <ResendButton resend={step.resend} pending={step.pending} />}
    >
      <StepForm alert={<Alert id={alertId} error={shown} />} pending={pending === 'submit'} onSubmit={submit}>
        {isPassword ? (
          <TextField
            label={words.label}
            type="password"
            first
            errorId={shown ? alertId : undefined}
            input={{
              ref: input,
              onChange: ({ target }) => handleCode(target.value),
              autoComplete: 'current-password',
            }}
          />
        ) : (
          <CodeField
            shape={step}
            inputRef={input}
            read={readField}
            onChange={handleCode}
            errorId={shown ? alertId : undefined}
          />
        )}
        {isPassword && <SecretPromise provider={step.provider} />}
        {step.type === 'otp_or_in_app' && (
          <>
            <ShownPart show={step.show} />
            <WaitingLine text={messages.code.waiting} />
          </>
        )}
      </StepForm>
    </CheckpointLayout>
  )
}
