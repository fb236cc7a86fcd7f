import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { enShow } from '../../../locales/en-show.ts'
import { Button } from '../../parts/button.tsx'
import { WaitingLine } from '../../parts/waiting-line.tsx'
import { useMessages } from '../../root/use-messages.ts'
import { useWords } from '../../root/use-words.ts'
import { CheckpointLayout } from '../checkpoint-layout.tsx'
import { describeShow } from './describe-show.ts'
import { ShownValue } from './shown-value.tsx'

/** Something to enter or tap on the phone. A new one replaces it without a layout shift. */
export function ShowScreen({ step }: { step: ConnectStepOf<'show'> }) {
  const { show: words } = useWords(enShow)
  const messages = useMessages()
  const { heading, instructions } = describeShow(step, words)
  return (
    <CheckpointLayout
      step={step}
      isElsewhere
      heading={heading}
      {...(step.reconnecting !== undefined && { text: messages.qr.reconnect(step.reconnecting) })}
      actions={
        <Button variant="quiet" pending={step.pending === 'switch'} onClick={step.refresh}>
          {words.refresh}
        </Button>
      }
    >
      <ShownValue show={step.show} />
      {instructions.length > 0 && (
        <ol data-ca="steps">
          {instructions.map((text) => (
            <li key={text} data-ca="instruction">
              {text}
            </li>
          ))}
        </ol>
      )}
      {!step.error && <WaitingLine text={words.waiting} />}
    </CheckpointLayout>
  )
}
