import type { Provider, WatchStatus } from '@connect-account/core'
import type { ReactNode } from 'react'
import { matchesMedia } from '../../hooks/browser/media-query.ts'
import type { Pending, StepError } from '../../hooks/flow/connect-step.ts'
import { chunk } from '../lazy/chunk.ts'
import { OptionalPart } from '../lazy/optional-part.tsx'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { OfflineBanner } from '../parts/offline-banner.tsx'
import { StepLayout } from '../parts/step-layout.tsx'
import { useMessages } from '../root/use-messages.ts'
import { SlowNotice } from './slow-notice.tsx'

/** A browser without a mouse already runs on a phone. */
const isPhone = () => matchesMedia('(any-pointer: fine)') === false

const continueOnPhone = chunk(() => import('./continue-on-phone.tsx'))

interface CheckpointLayoutProps {
  readonly step: {
    readonly provider: Provider
    readonly pending: Pending
    readonly error?: StepError
    readonly connection: WatchStatus
    readonly connectionError?: StepError
    cancel(): void
    tryAnotherWay?(): void
    phoneLink?(): string | Promise<string>
  }
  readonly heading: string
  readonly text?: string
  /** `null` hides it. @default The error of the step, hidden while an answer is pending. */
  readonly error?: StepError | string | null
  /** The id of the error, so that a field can refer to it. */
  readonly alertId?: string
  /** Secondary buttons in addition to those of every checkpoint. */
  readonly footer?: ReactNode
  /** Hides "Continue on your phone", because the user acts elsewhere anyway or has nothing to do. */
  readonly isElsewhere?: boolean
  readonly children?: ReactNode
}

/** What the screens of all checkpoints share: provider, heading, error, "Try another way" and Cancel. */
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
          {step.tryAnotherWay && step.error?.code !== 'no_other_way' && (
            <Button variant="quiet" pending={step.pending === 'switch'} onClick={step.tryAnotherWay}>
              {actions.anotherWay}
            </Button>
          )}
        </>
      }
    >
      {step.connection === 'offline' && <OfflineBanner reason={step.connectionError} />}
      <Alert error={error} id={alertId} />
      {children}
      {step.pending === 'submit' && <SlowNotice provider={step.provider} about="answer" />}
      {phoneLink && !isElsewhere && !isPhone() && (
        <OptionalPart chunk={continueOnPhone} placeholder={<PhonePlaceholder />}>
          {({ ContinueOnPhone }) => <ContinueOnPhone getLink={phoneLink} />}
        </OptionalPart>
      )}
    </StepLayout>
  )
}

/** As high as the closed part. */
function PhonePlaceholder() {
  return (
    <div data-ca="continue-on-phone" aria-hidden="true">
      <span data-ca="button" data-variant="quiet">
        &nbsp;
      </span>
    </div>
  )
}
