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
  /**
   * Below the content, so that nothing moves when it appears. `null` for a form, which shows it above its button.
   * @default The error of the step, hidden while an answer is pending.
   */
  readonly error?: StepError | string | null
  /** The first of the secondary buttons. */
  readonly actions?: ReactNode
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
  actions,
  isElsewhere,
  children,
}: CheckpointLayoutProps) {
  const messages = useMessages()
  const { phoneLink } = step
  return (
    <StepLayout
      heading={heading}
      text={text}
      cancel={step}
      actions={
        <>
          {actions}
          {step.tryAnotherWay && step.error?.code !== 'no_other_way' && (
            <Button variant="quiet" pending={step.pending === 'switch'} onClick={step.tryAnotherWay}>
              {messages.actions.anotherWay}
            </Button>
          )}
          {phoneLink && !isElsewhere && !isPhone() && (
            <OptionalPart chunk={continueOnPhone} placeholder={<PhonePlaceholder />}>
              {({ ContinueOnPhone }) => <ContinueOnPhone getLink={phoneLink} />}
            </OptionalPart>
          )}
        </>
      }
    >
      {children}
      <Alert error={error} />
      {step.pending === 'submit' && <SlowNotice provider={step.provider} about="answer" />}
      {step.connection === 'offline' && <OfflineBanner reason={step.connectionError} />}
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
