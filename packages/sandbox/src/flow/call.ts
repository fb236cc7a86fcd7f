import type { Runtime } from '../state/runtime.ts'

/** One call on the wire. */
export interface Call {
  /** Aborts when the caller disconnects or the sandbox closes. */
  readonly signal: AbortSignal
}

export function callOf(request: Request, runtime: Runtime): Call {
  return { signal: AbortSignal.any([request.signal, runtime.closing]) }
}

/** Waits `ms`, or until `signal` aborts. Never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
