import { ConnectError } from '@connect-account/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { useLatest } from '../../../hooks/use-latest.ts'
import { enCaptcha } from '../../../locales/en-captcha.ts'
import { addThirdPartyForm } from '../../host-page/third-party-form.ts'
import { useRoot } from '../../root/root-context.ts'
import { useWords } from '../../root/use-words.ts'
import { mountAdapter } from './mount-adapter.ts'

/** Milliseconds within which the adapter must render something. */
const DRAW_MS = 20_000
/** Milliseconds after which a missing token is reported. The user may still be solving the captcha. */
const SOLVE_MS = 60_000

/**
 * `shown`: the user can solve it. `failed`: the adapter can't show the captcha. `slow`: no token for a
 * minute. The captcha stays, because the user may just be slow.
 */
export type CaptchaState = 'shown' | 'failed' | 'slow'

/** Mounts the host's adapter in `container` and submits its token. */
export function useAdapter(container: RefObject<HTMLElement | null>, step: ConnectStepOf<'captcha'>) {
  const { captcha: adapter, nonce, report } = useRoot()
  const { publicKey, data } = step
  const { texts } = useWords(enCaptcha).captcha
  const latest = useLatest(step)
  const latestTexts = useLatest(texts)
  /** Counts the mounts: a solved challenge is never shown again. */
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<CaptchaState>('shown')
  /** The last attempt that was reported. React may run the effect twice per attempt. */
  const reported = useRef(-1)

  useEffect(() => {
    if (!adapter || !container.current) return
    const { form: place, remove } = addThirdPartyForm(container.current)

    function note(what: string, cause?: unknown) {
      if (reported.current === attempt) return
      reported.current = attempt
      const detail = `The captcha adapter "${adapter?.name}" ${what}`
      report(new ConnectError('captcha_failed', { detail, cause }))
    }
    function fail(what: string, cause?: unknown) {
      setState('failed')
      note(what, cause)
    }

    const shared = { texts: latestTexts.current, ...(nonce && { nonce }) }
    const unmount = mountAdapter(adapter, place, { publicKey, data }, shared, {
      onToken: (token) => latest.current.submit(token),
      onFailure: fail,
      onMistake: note,
    })
    const drawing = setTimeout(() => {
      if (place.childNodes.length === 0) fail('has drawn nothing for 20 seconds')
    }, DRAW_MS)
    const solving = setTimeout(() => {
      if (latest.current.pending) return
      setState((current) => (current === 'shown' ? 'slow' : current))
      note('has not called back for 60 seconds')
    }, SOLVE_MS)
    return () => {
      clearTimeout(drawing)
      clearTimeout(solving)
      unmount()
      remove()
    }
  }, [adapter, container, publicKey, data, nonce, attempt, report, latest, latestTexts])

  return {
    state,
    mountAgain() {
      setState('shown')
      setAttempt(attempt + 1)
    },
  }
}
