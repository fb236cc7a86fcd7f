import { useEffect } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { Alert } from '../alert/alert.tsx'
import { Button } from '../button/button.tsx'
import { CancelButton } from '../cancel-button/cancel-button.tsx'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'

/** A checkpoint that this version cannot show: a way out for the user, a warning for the developer. */
export default function UnsupportedScreen({ step }: { step: ConnectStepOf<'unsupported'> }) {
  const { messages, support } = useRoot()

  useEffect(() => {
    console.warn(
      `Connect Account: this version has no screen for the checkpoint "${step.name}". Update @connect-account/react.`,
    )
  }, [step.name])

  return (
    <StepLayout
      provider={step.provider}
      heading={messages.unsupported.heading}
      text={messages.unsupported.text(step.provider.name)}
      footer={<CancelButton step={step} />}
    >
      <Alert error={step.error} />
      {support && <div data-ca="support">{support}</div>}
      <Button variant="primary" onClick={() => step.restart()}>
        {messages.actions.restart}
      </Button>
    </StepLayout>
  )
}
