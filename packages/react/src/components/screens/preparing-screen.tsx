import { useEffect, useState } from 'react'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { StepLayout } from '../parts/step-layout.tsx'
import { useRoot } from '../root/root-context.ts'
import { SlowNotice } from './slow-notice.tsx'

/** Milliseconds without a skeleton, because a faster load would make it flash. */
const QUICK_MS = 150

/** Shown while data or the code of the first screen loads. */
export function PreparingScreen({ step }: { step: ConnectStep }) {
  const { messages } = useRoot()
  const [isSlow, setSlow] = useState(false)

  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUICK_MS)
    return () => clearTimeout(timer)
  }, [])

  return (
    <StepLayout heading={messages.preparing.heading} {...(isSlow && 'cancel' in step && { cancel: step })}>
      {isSlow && <Skeleton />}
      {'provider' in step && step.provider && <SlowNotice provider={step.provider} about="start" />}
    </StepLayout>
  )
}

/** Placeholder lines that keep the height of the card. */
function Skeleton() {
  return (
    <div data-ca="skeleton" aria-hidden="true">
      <i data-ca="skeleton-line" />
      <i data-ca="skeleton-line" />
      <i data-ca="skeleton-line" />
    </div>
  )
}
