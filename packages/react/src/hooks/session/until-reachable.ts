import type { ConnectError } from '@connect-account/core'
import { isOutage } from '@connect-account/core/internal'
import { onBrowserWake } from '../browser/browser-wake.ts'

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 30_000

/** Milliseconds before the backend is asked for the `tries`th time, from 0. */
function pauseBefore(tries: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS)
}

/**
 * After `error`, repeats `probe` until it succeeds, then calls `onReached` once: at once when the browser
 * wakes up, and in an outage from time to time too. An ended session starts again only by the user, so nothing
 * else is asked for it.
 *
 * @param tries How often was asked before, for longer pauses.
 * @returns A function that stops this, and aborts the probe.
 */
export function untilReachable(
  error: Pick<ConnectError, 'code'>,
  probe: (signal: AbortSignal) => Promise<unknown>,
  onReached: () => void,
  tries = 0,
): () => void {
  const left = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false

  function wait() {
    if (isOutage(error)) timer = setTimeout(ask, pauseBefore(tries++))
  }

  function ask() {
    clearTimeout(timer)
    // A hidden tab asks when it is visible again.
    if (isAsking || document.visibilityState === 'hidden') return
    isAsking = true
    probe(left.signal).then(
      () => {
        if (left.signal.aborted) return
        stop()
        onReached()
      },
      () => {
        // The first failure was reported; this is the same outage.
        isAsking = false
        if (!left.signal.aborted) wait()
      },
    )
  }

  const stopListening = onBrowserWake(ask)
  function stop() {
    stopListening()
    clearTimeout(timer)
    left.abort()
  }
  wait()
  return stop
}
