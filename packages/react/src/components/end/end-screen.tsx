import { Button } from '../button/button.tsx'
import { ProviderIcon } from '../provider-icon/provider-icon.tsx'
import { useRoot } from '../root/root-context.ts'
import { useMessages } from '../root/use-messages.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'
import { StepMark } from '../step-mark/step-mark.tsx'
import { describeEnd, type EndStep } from './describe-end.ts'

/** How the flow ended, and what can be done now. */
export default function EndScreen({ step }: { step: EndStep }) {
  const { support } = useRoot()
  const messages = useMessages()
  const { tone, icon, heading, text, facts, needsSupport, primary, secondary } = describeEnd(step, messages)

  return (
    <StepLayout
      heading={heading}
      text={text}
      mark={<StepMark icon={icon} tone={tone} />}
      footer={
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
          <span data-ca="account-name">{step.account.name ?? step.provider.name}</span>
        </p>
      )}
      {facts?.some(([, value]) => value) && (
        <dl data-ca="facts">
          {facts.map(
            ([label, value]) =>
              value && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      )}
      {needsSupport && support && <div data-ca="support">{support}</div>}
      <Button variant="primary" onClick={primary.run}>
        {primary.label}
      </Button>
    </StepLayout>
  )
}
