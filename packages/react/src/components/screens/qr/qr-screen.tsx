import { useEffect, useRef } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { enQrSteps } from '../../../locales/en-qr-steps.ts'
import { Button } from '../../parts/button.tsx'
import { QrCode } from '../../parts/qr-code.tsx'
import { useSecondsUntil } from '../../parts/use-seconds-until.ts'
import { providerText } from '../../root/provider-text.ts'
import { useRoot } from '../../root/root-context.ts'
import { useMessages } from '../../root/use-messages.ts'
import { useWords } from '../../root/use-words.ts'
import { CheckpointLayout } from '../checkpoint-layout.tsx'
import { OtherMethods } from '../other-methods.tsx'
import { FreshnessRing } from './freshness-ring.tsx'

/** A QR code to scan with the phone. A new code replaces the old one without a layout shift. */
export function QrScreen({ step }: { step: ConnectStepOf<'qr'> }) {
  const { announce } = useRoot()
  const messages = useMessages()
  const words = messages.qr
  const { provider, qrcode, shownAt, expiresAt } = step
  const { qrSteps } = useWords(enQrSteps)
  const ownSteps = provider.methods.flatMap((method) => (method.kind === 'qr' ? (method.steps ?? []) : []))
  const instructions = ownSteps.length > 0 ? ownSteps : (qrSteps[provider.id] ?? [])
  const seconds = useSecondsUntil(expiresAt)
  const isStale = seconds === 0
  const announced = useRef(qrcode)

  useEffect(() => {
    if (announced.current === qrcode) return
    announced.current = qrcode
    announce(words.renewed)
  }, [qrcode, announce, words])

  return (
    <CheckpointLayout
      step={step}
      isElsewhere
      heading={words.heading(providerText(messages, provider).service)}
      {...(step.reconnecting !== undefined && { text: words.reconnect(step.reconnecting) })}
      actions={
        <>
          <Button variant="quiet" pending={step.pending === 'switch'} onClick={step.refresh}>
            {words.refresh}
          </Button>
          <OtherMethods step={step} />
        </>
      }
    >
      <div data-ca="qr" data-stale={isStale || undefined}>
        <QrCode value={qrcode} title={words.label} />
        <FreshnessRing shownAt={shownAt} expiresAt={expiresAt} />
      </div>
      <p data-ca="qr-status">{isStale ? words.due : words.freshFor(seconds)}</p>
      <ol data-ca="steps">
        {instructions.map((text) => (
          <li key={text} data-ca="instruction">
            {text}
          </li>
        ))}
      </ol>
      <p data-ca="same-phone">{words.samePhone}</p>
    </CheckpointLayout>
  )
}
