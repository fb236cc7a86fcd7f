import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { Alert } from '../alert/alert.tsx'
import { CancelButton } from '../cancel-button/cancel-button.tsx'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'

/** The provider is still working; there is nothing to do. */
export default function LoadingScreen({ step }: { step: ConnectStepOf<'loading'> }) {
  const { messages } = useRoot()
  return (
    <StepLayout
      provider={step.provider}
      heading={messages.loading.heading(step.provider.name)}
      text={messages.loading.text}
      footer={<CancelButton step={step} />}
    >
      <Alert error={step.error} />
      <div data-ca="progress" aria-hidden="true" />
    </StepLayout>
  )
}
