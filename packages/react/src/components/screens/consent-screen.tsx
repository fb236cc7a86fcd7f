import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { enConsent } from '../../locales/en-consent.ts'
import { Button } from '../parts/button.tsx'
import { WaitingLine } from '../parts/waiting-line.tsx'
import { useProviderText } from '../root/provider-text.ts'
import { useWords } from '../root/use-words.ts'
import { CheckpointLayout } from './checkpoint-layout.tsx'

/** Leads to the provider's consent page, in this tab or a popup. The server handles the return. */
export function ConsentScreen({ step }: { step: ConnectStepOf<'consent'> }) {
  const { consent: words } = useWords(enConsent)
  const { isOpen, provider } = step
  const { service } = useProviderText(provider)
  return (
    <CheckpointLayout
      step={step}
      heading={words.heading(service)}
      text={words.text(service, step.reconnecting)}
    >
      {isOpen && <WaitingLine text={words.elsewhere} />}
      <Button variant={isOpen ? 'secondary' : 'primary'} onClick={step.open}>
        {isOpen ? words.again : words.open(service)}
      </Button>
    </CheckpointLayout>
  )
}
