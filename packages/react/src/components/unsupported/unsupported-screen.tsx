import { useEffect } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { Button } from '../button/button.tsx'
import { CheckpointLayout } from '../checkpoint-layout/checkpoint-layout.tsx'
import { useRoot } from '../root/root-context.ts'
import { useMessages } from '../root/use-messages.ts'

/** A checkpoint that this version cannot show: a way out for the user, a warning for the developer. */
export default function UnsupportedScreen({ step }: { step: ConnectStepOf<'unsupported'> }) {
  const { support } = useRoot()
  const { unsupported: words, actions } = useMessages()

  useEffect(() => {
    console.warn(`Connect Account: no screen for "${step.name}". Update @connect-account/react.`)
  }, [step.name])

  return (
    <CheckpointLayout step={step} heading={words.heading} text={words.text(step.provider.name)}>
      {support && <div data-ca="support">{support}</div>}
      <Button variant="primary" onClick={step.restart}>
        {actions.restart}
      </Button>
    </CheckpointLayout>
  )
}
