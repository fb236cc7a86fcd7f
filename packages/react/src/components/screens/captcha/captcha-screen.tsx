import { ConnectError } from '@connect-account/core'
import { useEffect, useRef } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { enCaptcha } from '../../../locales/en-captcha.ts'
import { Button } from '../../parts/button.tsx'
import { Support } from '../../parts/support.tsx'
import { useRejection } from '../../parts/use-rejection.ts'
import { useRoot } from '../../root/root-context.ts'
import { useMessages } from '../../root/use-messages.ts'
import { useWords } from '../../root/use-words.ts'
import { CheckpointLayout } from '../checkpoint-layout.tsx'
import { useAdapter } from './use-adapter.ts'

/** The provider's captcha, rendered by the host's adapter. */
export function CaptchaScreen({ step }: { step: ConnectStepOf<'captcha'> }) {
  const { captcha: adapter, report } = useRoot()
  const { actions } = useMessages()
  const { captcha: words } = useWords(enCaptcha)
  const container = useRef<HTMLDivElement>(null)
  const { state, mountAgain } = useAdapter(container, step)

  useRejection(step, mountAgain)
  useEffect(() => {
    if (!adapter) report(new ConnectError('captcha_not_supported'), true)
  }, [adapter, report])

  const isStuck = state !== 'shown' && !step.pending
  return (
    <CheckpointLayout
      step={step}
      heading={words.heading}
      {...(!adapter && { error: { code: 'captcha_not_supported' as const } })}
      {...(adapter && isStuck && { error: words[state] })}
    >
      {adapter && <div ref={container} data-ca="captcha" data-pending={step.pending || undefined} />}
      {adapter && isStuck && (
        <Button variant="primary" onClick={mountAgain}>
          {actions.retry}
        </Button>
      )}
      {(!adapter || isStuck) && <Support />}
    </CheckpointLayout>
  )
}
