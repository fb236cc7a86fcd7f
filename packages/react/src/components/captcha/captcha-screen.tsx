import { useEffect, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { enCaptcha } from '../../locales/en-captcha.ts'
import { Button } from '../button/button.tsx'
import { CheckpointLayout } from '../checkpoint-layout/checkpoint-layout.tsx'
import { addForeignForm } from '../form-owner/foreign-form.ts'
import { useRoot } from '../root/root-context.ts'
import { useMessages } from '../root/use-messages.ts'
import { useWords } from '../root/use-words.ts'
import { useRejection } from '../step-screen/use-rejection.ts'

/** The provider's captcha, drawn by the host's adapter. */
export default function CaptchaScreen({ step }: { step: ConnectStepOf<'captcha'> }) {
  const { captcha: adapter, nonce, support } = useRoot()
  const { actions } = useMessages()
  const { captcha: words } = useWords(enCaptcha)
  const { publicKey, data } = step
  const container = useRef<HTMLDivElement>(null)
  const latest = useRef(step)
  /** Grows with each mount of the adapter: a solved challenge is never shown again. */
  const [attempt, setAttempt] = useState(0)
  const [isBroken, setBroken] = useState(false)

  function mountAgain() {
    setBroken(false)
    setAttempt(attempt + 1)
  }

  useEffect(() => {
    latest.current = step
  })
  useRejection(step, mountAgain)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt mounts the adapter again.
  useEffect(() => {
    if (!adapter) {
      console.error('Connect Account: pass an adapter in the "captcha" prop.')
      return
    }
    if (!container.current) return
    let isOpen = true
    const { form, remove } = addForeignForm(container.current)
    const unmount = adapter.mount(
      form,
      { publicKey, data },
      {
        ...(nonce && { nonce }),
        onToken(token) {
          // A vendor may report twice, and late; a token is good for one answer.
          if (isOpen) latest.current.submit(token)
          isOpen = false
        },
        onError(error) {
          console.error(`Connect Account: captcha "${adapter.name}" failed.`, error)
          if (isOpen) setBroken(true)
        },
      },
    )
    return () => {
      isOpen = false
      unmount()
      remove()
    }
  }, [adapter, publicKey, data, nonce, attempt])

  return (
    <CheckpointLayout
      step={step}
      heading={words.heading}
      error={adapter ? (isBroken ? words.failed : undefined) : { code: 'captcha_not_supported' }}
    >
      {adapter && <div ref={container} data-ca="captcha" data-pending={step.pending || undefined} />}
      {isBroken && (
        <Button variant="primary" onClick={mountAgain}>
          {actions.retry}
        </Button>
      )}
      {!adapter && support && <div data-ca="support">{support}</div>}
    </CheckpointLayout>
  )
}
