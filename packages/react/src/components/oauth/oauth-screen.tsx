import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { enOauth } from '../../locales/en-oauth.ts'
import { Button } from '../button/button.tsx'
import { CheckpointLayout } from '../checkpoint-layout/checkpoint-layout.tsx'
import { useWords } from '../root/use-words.ts'
import { WaitingLine } from '../waiting-line/waiting-line.tsx'

/** The way to the provider's consent page, in this tab or in a window of its own; the way back is the server's. */
export function OauthScreen({ step }: { step: ConnectStepOf<'oauth'> }) {
  const { oauth: words } = useWords(enOauth)
  const { isOpen, provider } = step
  return (
    <CheckpointLayout step={step} heading={words.heading(provider.name)} text={words.text(provider.name)}>
      {isOpen && <WaitingLine text={words.elsewhere} />}
      <Button variant={isOpen ? 'secondary' : 'primary'} onClick={step.open}>
        {isOpen ? words.again : words.open(provider.name)}
      </Button>
    </CheckpointLayout>
  )
}
