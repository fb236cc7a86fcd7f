import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { describeError } from '../alert/describe-error.ts'
import { Button } from '../button/button.tsx'
import { alertIcon } from '../icon/icons.ts'
import { useRoot } from '../root/root-context.ts'
import { useMessages } from '../root/use-messages.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'
import { StepMark } from '../step-mark/step-mark.tsx'

/** The host's backend cannot be reached, or refuses. */
export function UnavailableScreen({ step }: { step: ConnectStepOf<'unavailable'> }) {
  const { support } = useRoot()
  const messages = useMessages()
  return (
    <StepLayout
      heading={messages.unavailable.heading}
      text={describeError(messages, step.error)}
      mark={<StepMark icon={alertIcon} tone="warning" />}
      cancel={step}
    >
      {support && <div data-ca="support">{support}</div>}
      <Button variant="primary" onClick={step.retry}>
        {messages.actions.retry}
      </Button>
    </StepLayout>
  )
}
