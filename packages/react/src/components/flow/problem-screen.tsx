import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { Button } from '../parts/button.tsx'
import { StepLayout } from '../parts/step-layout.tsx'
import { useRoot } from '../root/root-context.ts'

interface ProblemScreenProps {
  readonly step: ConnectStep
  readonly heading: string
  readonly text: string
  readonly isRetrying?: boolean
  readonly retry: () => void
}

/** Replaces the screen of a step that can't be shown. Offers a retry and every way out that the step has. */
export function ProblemScreen({ step, heading, text, isRetrying = false, retry }: ProblemScreenProps) {
  const { actions } = useRoot().messages
  return (
    <StepLayout
      heading={heading}
      text={text}
      actions={
        'close' in step &&
        step.close && (
          <Button variant="quiet" onClick={step.close}>
            {actions.close}
          </Button>
        )
      }
      {...('cancel' in step && { cancel: step })}
    >
      <Button variant="primary" pending={isRetrying} onClick={retry}>
        {actions.retry}
      </Button>
    </StepLayout>
  )
}
