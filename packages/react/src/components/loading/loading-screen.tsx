import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { CheckpointLayout } from '../checkpoint-layout/checkpoint-layout.tsx'
import { useMessages } from '../root/use-messages.ts'

/** The provider is still working; there is nothing to do. */
export function LoadingScreen({ step }: { step: ConnectStepOf<'loading'> }) {
  const { loading: words } = useMessages()
  return (
    <CheckpointLayout step={step} isElsewhere heading={words.heading(step.provider.name)}>
      <div data-ca="progress" aria-hidden="true" />
    </CheckpointLayout>
  )
}
