import type { ConnectStep } from '../../hooks/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'
import { Skeleton } from './skeleton.tsx'

/** Something is being fetched: data, or the code of the very first screen. */
export function PreparingScreen({ step }: { step: ConnectStep }) {
  const { messages } = useRoot()
  return (
    <StepLayout
      heading={messages.preparing.heading}
      provider={'provider' in step ? step.provider : undefined}
      {...('cancel' in step && { cancel: step })}
    >
      <Skeleton />
    </StepLayout>
  )
}
