import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { ProviderPaths } from '../parts/provider-icon.tsx'
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
        <svg
          data-ca="phone"
          data-still={step.error ? true : undefined}
          viewBox="0 0 176 104"
          aria-hidden="true"
        >
          <path
            d="M41 104V21A20 20 0 0 1 61 1h54a20 20 0 0 1 20 20v83M80 13h16"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
          />
          <g data-ca="phone-notice">
            {/* The provider's mark needs a white ground. */}
            <rect x="8" y="33" width="160" height="50" rx="14" fill="#fff" stroke="currentColor" />
            <path d="M60 51h92M60 65h56" stroke="#d9dce2" strokeWidth="6" strokeLinecap="round" />
            <g transform="translate(21 46)">
              <ProviderPaths provider={provider} />
            </g>
          </g>
        </svg>
      )}
      {!step.error && <WaitingLine text={code.waiting} />}
    </CheckpointLayout>
  )
}
