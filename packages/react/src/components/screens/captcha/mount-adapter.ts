import type { CaptchaAdapter, CaptchaChallenge, CaptchaHandlers } from '../../../captcha/adapter.ts'

interface Listener {
  /** Called at most once. */
  onToken(token: string): void
  /**
   * The captcha can't be shown or solved. `what` continues a sentence that starts with the adapter's name.
   */
  onFailure(what: string, cause?: unknown): void
  /** The adapter breaks its contract but still works. */
  onMistake(what: string, cause?: unknown): void
}

/**
 * Mounts an adapter of the host without trusting it: it may throw, call back twice or late, or return no
 * function. Returns a function that removes it and never throws.
 */
export function mountAdapter(
  adapter: CaptchaAdapter,
  container: HTMLElement,
  challenge: CaptchaChallenge,
  shared: Pick<CaptchaHandlers, 'nonce' | 'texts'>,
  { onToken, onFailure, onMistake }: Listener,
): () => void {
  let isMounted = true
  let isSolved = false

  function takeToken(token: unknown) {
    if (!isMounted) return
    // A token is valid for one answer.
    if (isSolved) return onMistake('called onToken more than once; only the first token counts')
    if (typeof token !== 'string' || token === '') return onFailure('called onToken without a token')
    isSolved = true
    onToken(token)
  }

  let unmount: unknown
  try {
    unmount = adapter.mount(container, challenge, {
      ...shared,
      onToken: takeToken,
      onError(error) {
        if (isMounted) onFailure('reports an error', error)
      },
    })
    if (typeof unmount !== 'function') onMistake('returned no function that removes it')
  } catch (cause) {
    onFailure('threw an error in mount', cause)
  }

  return () => {
    isMounted = false
    try {
      if (typeof unmount === 'function') unmount()
    } catch (cause) {
      onMistake('threw an error when it was removed', cause)
    }
    container.replaceChildren()
  }
}
