/**
 * A controller that aborts when `signal` does, with the same reason. Call `release` at the end to remove the
 * listener.
 */
export function abortWith(signal: AbortSignal | undefined): {
  readonly controller: AbortController
  release(): void
} {
  // `AbortSignal.any` is missing before Chrome 116, Safari 17.4 and Firefox 124.
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  if (signal?.aborted) abort()
  else signal?.addEventListener('abort', abort)
  return { controller, release: () => signal?.removeEventListener('abort', abort) }
}

/** Settles as `work` does, but rejects with the signal's reason as soon as the signal aborts. */
export function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    const release = () => signal.removeEventListener('abort', abort)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    work.then(resolve, (error) => reject(signal.aborted ? signal.reason : error)).finally(release)
  })
}
