/** The result of `answer`. Rejects with the signal's reason as soon as it aborts. */
export async function abortable<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  let stopListening = () => {}
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
    stopListening = () => signal.removeEventListener('abort', abort)
  })
  try {
    return await Promise.race([answer, aborted])
  } finally {
    stopListening()
  }
}
