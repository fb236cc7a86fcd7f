import { useState } from 'react'
import { chunk } from '../lazy/chunk.ts'
import { OptionalPart } from '../lazy/optional-part.tsx'
import { Button } from '../parts/button.tsx'
import { ProviderIcon } from '../parts/provider-icon.tsx'
import { StepLayout } from '../parts/step-layout.tsx'
import { StepMark } from '../parts/step-mark.tsx'
import { Support } from '../parts/support.tsx'
import { providerText } from '../root/provider-text.ts'
import { Slot } from '../root/slot.tsx'
import { useMessages } from '../root/use-messages.ts'
import { describeEnd, type EndStep } from './describe-end.ts'

const initialSync = chunk(() => import('./initial-sync.tsx'))

/** Shows how the flow ended and what the user can do next. */
export function EndScreen({ step }: { step: EndStep }) {
  const [skip, setSkip] = useState<string>()
  const messages = useMessages()
  const { tone, icon, heading, text, facts, needsSupport, primary, secondary } = describeEnd(step, messages)
  const main = skip ? step.close && { label: skip, run: step.close } : primary

  return (
    <StepLayout
      heading={heading}
      text={text}
      mark={<StepMark icon={icon} tone={tone} provider={'provider' in step ? step.provider : undefined} />}
      actions={
        secondary && (
          <Button variant="quiet" onClick={secondary.run}>
            {secondary.label}
          </Button>
        )
      }
    >
      {'account' in step && step.account && (
        <p data-ca="account">
          <ProviderIcon provider={step.provider} />
          <span data-ca="account-name">
            {step.account.name ?? providerText(messages, step.provider).name}
          </span>
        </p>
      )}
      {facts?.some(([, value]) => value) && (
        <dl data-ca="facts">
          {facts.map(
            ([label, value]) =>
              value && (
                <div key={label} data-ca="fact">
                  <dt data-ca="fact-name">{label}</dt>
                  <dd data-ca="fact-value">{value}</dd>
                </div>
              ),
          )}
        </dl>
      )}
      {needsSupport && <Support />}
      {'watchSync' in step && step.account.initialSync && (
        <OptionalPart chunk={initialSync} placeholder={<div data-ca="initial-sync" />}>
          {({ InitialSync }) => <InitialSync step={step} onWaiting={setSkip} />}
        </OptionalPart>
      )}
      <Slot name="end" props={{ step }} />
      {main && (
        <Button variant={skip ? 'secondary' : 'primary'} onClick={main.run}>
          {main.label}
        </Button>
      )}
    </StepLayout>
  )
}
