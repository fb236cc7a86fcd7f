import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { Button } from '../parts/button.tsx'
import { exclamationIcon } from '../parts/icons.ts'
import { StepLayout } from '../parts/step-layout.tsx'
import { StepMark } from '../parts/step-mark.tsx'
import { Support } from '../parts/support.tsx'
import { useOutageText } from '../parts/use-error-text.ts'
import { useMessages } from '../root/use-messages.ts'

/** Shown if the host's backend can't be reached or refuses. */
export function UnavailableScreen({ step }: { step: ConnectStepOf<'unavailable'> }) {
  const messages = useMessages()
  const textOf = useOutageText()
  return (
    <StepLayout
      heading={messages.unavailable.heading}
      text={textOf(step.error)}
      mark={<StepMark icon={exclamationIcon} tone="warning" />}
      cancel={step}
    >
      <Support />
      <Button variant="primary" onClick={step.retry}>
        {messages.actions.retry}
      </Button>
    </StepLayout>
  )
}
