import type { Locks } from './browser-globals.ts'
import type { ClaimStream, StreamUse } from './stream-slot.ts'

/** One lock of the origin per use: all tabs together hold at most two streams of the six connections. */
const lockNames: Readonly<Record<StreamUse, string>> = {
  flow: 'connect-account:flow-stream',
  accounts: 'connect-account:accounts-stream',
}

/**
 * Claims streams with the Web Locks API, in the order of the requests. The browser releases the lock of a
 * closed tab. Without the API (it needs a secure context) no claim is granted, and watches poll.
 */
export function claimByLock(locks: Locks | undefined): ClaimStream {
  return (use, onHeld) => {
    if (!locks) {
      onHeld(false)
      return () => {}
    }
    const released = new AbortController()
    holdLock(locks, lockNames[use], released.signal, onHeld).catch(() => {
      // The browser refused the lock, as in a sandboxed frame, or another page stole it: the watch polls.
      if (!released.signal.aborted) onHeld(false)
    })
    return () => released.abort()
  }
}

async function holdLock(
  locks: Locks,
  name: string,
  released: AbortSignal,
  onHeld: (isHeld: boolean) => void,
): Promise<void> {
  let wasFree = false
  function hold(lock: object | null): Promise<void> | undefined {
    if (!lock || released.aborted) return undefined
    wasFree = true
    return new Promise((resolve) => {
      released.addEventListener('abort', () => resolve())
      onHeld(true)
    })
  }
  await locks.request(name, { ifAvailable: true }, hold)
  if (wasFree || released.aborted) return
  onHeld(false)
  await locks.request(name, { signal: released }, hold)
}
