import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { Alert } from '../alert/alert.tsx'
import { CancelButton } from '../cancel-button/cancel-button.tsx'
import { Icon } from '../icon/icon.tsx'
import { externalIcon } from '../icon/icons.ts'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'

/** The provider's consent page, in this tab: no popup to block, and the way back is the server's. */
export default function OauthScreen({ step }: { step: ConnectStepOf<'oauth'> }) {
  const { messages } = useRoot()
  const { name } = step.provider
  return (
    <StepLayout
      provider={step.provider}
      heading={messages.oauth.heading(name)}
      text={messages.oauth.text(name)}
      footer={<CancelButton step={step} />}
    >
      <Alert error={step.error} />
      <a data-ca="button" data-variant="primary" data-focus href={step.url} referrerPolicy="no-referrer">
        <span data-ca="button-label">{messages.oauth.open(name)}</span>
        <Icon shape={externalIcon} />
      </a>
    </StepLayout>
  )
}
