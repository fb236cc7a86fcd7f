import type { CaptchaAdapter, CaptchaChallenge } from '../../../captcha/adapter.ts'

interface Listener {
  /** Called once at most. */
  onToken(token: string): void
  /** It cannot be shown or solved. `what` goes on after “The adapter”. */
  onFailure(what: string, cause?: unknown): void
  /** It does what an adapter must not, and works all the same. */
  onMistake(what: string, cause?: unknown): void
}

/**
 * Mounts an adapter of the host's, and believes nothing it does: it may throw, call back twice or late, or return no function.
 * The returned function removes it, and never throws.
 */
export function mountAdapter(
  adapter: CaptchaAdapter,
  container: HTMLElement,
  challenge: CaptchaChallenge,
  nonce: string | undefined,
  { onToken, onFailure, onMistake }: Listener,
): () => void {
  let isMounted = true
  let isSolved = false

  function takeToken(token: unknown) {
    if (!isMounted) return
    // A token is good for one answer.
    if (isSolved) return onMistake('called onToken more than once; only the first token counts')
    if (typeof token !== 'string' || token === '') return onFailure('called onToken without a token')
    isSolved = true
    onToken(token)
  }

  let unmount: unknown
  try {
    unmount = adapter.mount(container, challenge, {
      ...(nonce && { nonce }),
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
