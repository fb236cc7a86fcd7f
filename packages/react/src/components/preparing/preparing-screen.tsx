import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'
import { Skeleton } from './skeleton.tsx'

/** Something is being fetched. */
export function PreparingScreen({ step }: { step: ConnectStepOf<'preparing'> }) {
  const { messages } = useRoot()
  return (
    <StepLayout heading={messages.preparing.heading} provider={step.provider} cancel={step}>
      <Skeleton />
    </StepLayout>
  )
}
