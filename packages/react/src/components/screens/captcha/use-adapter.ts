import { ConnectError } from '@connect-account/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { addThirdPartyForm } from '../../host-page/third-party-form.ts'
import { useRoot } from '../../root/root-context.ts'
import { mountAdapter } from './mount-adapter.ts'

/** How long an adapter may take to draw something, in milliseconds. */
const DRAW_MS = 20_000
/** How long it may take to call back, in milliseconds; the user may need all of it. */
const SOLVE_MS = 60_000

/**
 * `shown`: it is up to the user. `failed`: the adapter cannot show the captcha. `slow`: nothing came of it for a minute, which may be
 * the user's own pace, so it stays.
 */
export type CaptchaState = 'shown' | 'failed' | 'slow'

/** Lets the host's adapter draw the captcha into `container`, and submits the token that comes of it. */
export function useAdapter(container: RefObject<HTMLElement | null>, step: ConnectStepOf<'captcha'>) {
  const { captcha: adapter, nonce, report } = useRoot()
  const { publicKey, data } = step
  const latest = useRef(step)
  /** Grows with each mount of the adapter: a solved challenge is never shown again. */
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<CaptchaState>('shown')
  /** The attempt whose failure was reported: React may run its effect twice. */
  const reported = useRef(-1)

  useEffect(() => {
    latest.current = step
  })

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

    const unmount = mountAdapter(adapter, place, { publicKey, data }, nonce, {
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
  }, [adapter, container, publicKey, data, nonce, attempt, report])

  return {
    state,
    mountAgain() {
      setState('shown')
      setAttempt(attempt + 1)
    },
  }
}
