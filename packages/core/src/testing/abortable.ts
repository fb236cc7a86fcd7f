/**
 * Does `work` as `fetch` does its own: rejects with the signal's reason when the signal has aborted, or as soon as it does; the
 * work itself goes on, as it does on a server whose client has left. Never settles within the same task.
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
