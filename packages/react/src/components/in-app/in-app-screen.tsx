import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { Alert } from '../alert/alert.tsx'
import { AnotherWayButton } from '../another-way-button/another-way-button.tsx'
import { CancelButton } from '../cancel-button/cancel-button.tsx'
import { ResendButton } from '../resend-button/resend-button.tsx'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'
import { WaitingLine } from '../waiting-line/waiting-line.tsx'
import { PhoneIllustration } from './phone-illustration.tsx'

/** A notification to approve on the phone. */
export default function InAppScreen({ step }: { step: ConnectStepOf<'in_app'> }) {
  const { messages } = useRoot()
  return (
    <StepLayout
      provider={step.provider}
      heading={messages.in_app.heading}
      text={messages.in_app.text(step.provider.name)}
      footer={
        <>
          <AnotherWayButton step={step} />
          <CancelButton step={step} />
        </>
      }
    >
      <PhoneIllustration provider={step.provider} />
      <Alert error={step.error} />
      <WaitingLine text={messages.code.waiting} />
      {step.resend && <ResendButton resend={step.resend} pending={step.pending} />}
    </StepLayout>
  )
}
