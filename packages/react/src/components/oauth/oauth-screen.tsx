import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { CheckpointLayout } from '../checkpoint-layout/checkpoint-layout.tsx'
import { Icon } from '../icon/icon.tsx'
import { externalIcon } from '../icon/icons.ts'
import { useMessages } from '../root/use-messages.ts'

/** The provider's consent page, in this tab: no popup to block, and the way back is the server's. */
export default function OauthScreen({ step }: { step: ConnectStepOf<'oauth'> }) {
  const { oauth: words } = useMessages()
  const { name } = step.provider
  return (
    <CheckpointLayout step={step} heading={words.heading(name)} text={words.text(name)}>
      <a data-ca="button" data-variant="primary" data-focus href={step.url} referrerPolicy="no-referrer">
        <span data-ca="button-label">{words.open(name)}</span>
        <Icon shape={externalIcon} />
      </a>
    </CheckpointLayout>
  )
}
