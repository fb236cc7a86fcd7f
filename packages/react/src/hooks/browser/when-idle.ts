/** Milliseconds to wait in a browser without `requestIdleCallback` (Safari). */
const DELAY_MS = 300

/** Calls `task` when the browser is idle. Returns a function that cancels it. */
export function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(task, { timeout: 2000 })
    return () => cancelIdleCallback(id)
  }
  const id = setTimeout(task, DELAY_MS)
  return () => clearTimeout(id)
}
