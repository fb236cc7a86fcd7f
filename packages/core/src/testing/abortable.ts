/**
 * Runs `work` and follows the signal as `fetch` does: rejects with its reason if it has aborted, or as soon
 * as it does. The work itself continues, as on a server whose client has disconnected. Never settles within
 * the same task.
 */
export async function abortable<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted()
  const done = work()
  if (!signal) return done
  let leave = () => {}
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
  })
  try {
    return await Promise.race([done, aborted])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
