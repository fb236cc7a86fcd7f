import type { Provider } from '@connect-account/core'
import type { ReactNode } from 'react'
import type { Pending, StepError } from '../../hooks/flow/connect-step.ts'
import { chunk } from '../lazy/chunk.ts'
import { Extra } from '../lazy/extra.tsx'
import { Alert } from '../parts/alert.tsx'
import { AnotherWayButton } from '../parts/another-way-button.tsx'
import { StepLayout } from '../parts/step-layout.tsx'

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
  /** What to show as wrong; `null` for nothing. Default: the step's own error, except while the next answer is on its way. */
  readonly error?: StepError | string | null
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
            <AnotherWayButton pending={step.pending} tryAnotherWay={step.tryAnotherWay} />
          )}
        </>
      }
    >
      <Alert error={error} id={alertId} />
      {children}
      {phoneLink && !isElsewhere && (
        <Extra chunk={continueOnPhone}>
          {({ ContinueOnPhone }) => <ContinueOnPhone getLink={phoneLink} />}
        </Extra>
      )}
    </StepLayout>
  )
}
