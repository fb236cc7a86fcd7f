import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { useMessages } from '../root/use-messages.ts'
import { CheckpointLayout } from './checkpoint-layout.tsx'

/** Shown while the provider is working and the user has nothing to do. */
export function LoadingScreen({ step }: { step: ConnectStepOf<'loading'> }) {
  const { loading: words } = useMessages()
  return (
    <CheckpointLayout step={step} isElsewhere heading={words.heading(step.provider.name)}>
      <div data-ca="progress" aria-hidden="true" />
    </CheckpointLayout>
  )
}
