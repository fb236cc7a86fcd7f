import { useEffect, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { enUnsupported } from '../../locales/en-unsupported.ts'
import { Button } from '../parts/button.tsx'
import { Support } from '../parts/support.tsx'
import { useProviderText } from '../root/provider-text.ts'
import { useMessages } from '../root/use-messages.ts'
import { useWords } from '../root/use-words.ts'
import { CheckpointLayout } from './checkpoint-layout.tsx'

/** Shown for a checkpoint that this version has no screen for. Warns the developer in the console. */
export function UnsupportedScreen({ step }: { step: ConnectStepOf<'unsupported'> }) {
  const { actions } = useMessages()
  const { service } = useProviderText(step.provider)
  const { unsupported: words } = useWords(enUnsupported)
  const [elsewhere, setElsewhere] = useState<'offered' | 'asking' | 'nowhere'>('offered')

  useEffect(() => {
    console.warn(`Connect Account: no screen for "${step.name}". Update @connect-account/react.`)
  }, [step.name])

  async function leave() {
    setElsewhere('asking')
    const isLeaving = await step.continueElsewhere?.().catch(() => false)
    if (!isLeaving) setElsewhere('nowhere')
  }

  const isOffered = step.continueElsewhere && elsewhere !== 'nowhere'
  return (
    <CheckpointLayout
      step={step}
      heading={words.heading}
      text={words.text(service)}
      {...(elsewhere === 'nowhere' && { error: words.nowhere })}
    >
      <Support />
      {isOffered && (
        <Button variant="primary" pending={elsewhere === 'asking'} onClick={leave}>
          {words.elsewhere}
        </Button>
      )}
      <Button variant={isOffered ? 'secondary' : 'primary'} onClick={step.restart}>
        {actions.restart}
      </Button>
    </CheckpointLayout>
  )
}
