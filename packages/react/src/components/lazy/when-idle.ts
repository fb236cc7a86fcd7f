/** How long a browser without `requestIdleCallback` (Safari) waits instead, in milliseconds. */
const DELAY_MS = 300

/** Calls `task` once the browser has nothing else to do; returns a function that cancels it. */
export function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(task, { timeout: 2000 })
    return () => cancelIdleCallback(id)
  }
  const id = setTimeout(task, DELAY_MS)
  return () => clearTimeout(id)
}
