import type { Provider } from '@connect-account/core'
import type { ReactNode } from 'react'
import type { Pending, StepError } from '../../hooks/flow/connect-step.ts'
import { chunk } from '../lazy/chunk.ts'
import { OptionalPart } from '../lazy/optional-part.tsx'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { StepLayout } from '../parts/step-layout.tsx'
import { useMessages } from '../root/use-messages.ts'

const continueOnPhone = chunk(() => import('./continue-on-phone.tsx'))

interface CheckpointLayoutProps {
  readonly step: {
    readonly provider: Provider
    readonly pending: Pending
    readonly error?: StepError
    cancel(): void
    tryAnotherWay?(): void
    phoneLink?(): string | Promise<string>
  }
  readonly heading: string
  readonly text?: string
  /** Default: the step's own, but while the next answer is on its way. */
  readonly error?: StepError | string | undefined
  /** Lets a field be described by the error. */
  readonly alertId?: string
  /** Secondary verbs beside the ones that every checkpoint has. */
  readonly footer?: ReactNode
  /** Whether it is done elsewhere anyway, or nothing is to be done: the phone would be no easier. */
  readonly isElsewhere?: boolean
  readonly children?: ReactNode
}

/** What every checkpoint's screen has: the provider, what is asked, what went wrong, another way where there is one, and cancel. */
export function CheckpointLayout({
  step,
  heading,
  text,
  error = step.pending ? undefined : step.error,
  alertId,
  footer,
  isElsewhere,
  children,
}: CheckpointLayoutProps) {
  const { actions } = useMessages()
  const { phoneLink } = step
  return (
    <StepLayout
      provider={step.provider}
      heading={heading}
      text={text}
      cancel={step}
      footer={
        <>
          {footer}
          {step.tryAnotherWay && (
            <Button variant="quiet" pending={step.pending === 'switch'} onClick={step.tryAnotherWay}>
              {actions.anotherWay}
            </Button>
          )}
        </>
      }
    >
      <Alert error={error} id={alertId} />
      {children}
      {phoneLink && !isElsewhere && (
        <OptionalPart chunk={continueOnPhone}>
          {({ ContinueOnPhone }) => <ContinueOnPhone getLink={phoneLink} />}
        </OptionalPart>
      )}
    </StepLayout>
  )
}
