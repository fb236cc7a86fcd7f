import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { ProviderIcon } from '../parts/provider-icon.tsx'
import { ResendButton } from '../parts/resend-button.tsx'
import { WaitingLine } from '../parts/waiting-line.tsx'
import { useProviderText } from '../root/provider-text.ts'
import { useMessages } from '../root/use-messages.ts'
import { CheckpointLayout } from './checkpoint-layout.tsx'
import { ShownPart } from './show/shown-part.tsx'

/** Asks the user to approve the sign-in on their phone. */
export function InAppScreen({ step }: { step: ConnectStepOf<'in_app'> }) {
  const { in_app: words, code } = useMessages()
  const { provider, resend, pending, show } = step
  const { service } = useProviderText(provider)
  return (
    <CheckpointLayout
      step={step}
      heading={words.heading}
      text={words.text(service)}
      actions={resend && <ResendButton resend={resend} pending={pending} />}
    >
      {show ? (
        <ShownPart show={show} />
      ) : (
        <div data-ca="phone" data-still={step.error ? true : undefined} aria-hidden="true">
          <ProviderIcon provider={provider} />
        </div>
      )}
      {!step.error && <WaitingLine text={code.waiting} />}
    </CheckpointLayout>
  )
}
