import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { useProviderText } from '../root/provider-text.ts'
import { useMessages } from '../root/use-messages.ts'
import { CheckpointLayout } from './checkpoint-layout.tsx'

/** Shown while the provider is working and the user has nothing to do. */
export function LoadingScreen({ step }: { step: ConnectStepOf<'loading'> }) {
  const { loading: words } = useMessages()
  const { service } = useProviderText(step.provider)
  return (
    <CheckpointLayout step={step} isElsewhere heading={words.heading(service)}>
      <div data-ca="progress" aria-hidden="true" />
    </CheckpointLayout>
  )
}
