/** The time that a piece of work has, and the signal that ends what is left of it. */
export interface Deadline {
  readonly signal: AbortSignal
  /** The result of `work`; `undefined` if it fails or takes too long. */
  attempt<T>(work: Promise<T>): Promise<T | undefined>
  /** Frees the timer and aborts what still runs. */
  end(): void
}

/** Starts the clock: it runs out after `timeoutMs`, or when the caller's signal aborts. */
export function startDeadline(options: {
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}): Deadline {
  const over = new AbortController()
  const end = () => {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', end)
    over.abort()
  }
  const timer = setTimeout(end, options.timeoutMs)
  options.signal?.addEventListener('abort', end)
  const passed = new Promise<undefined>((resolve) => {
    over.signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  return {
    signal: over.signal,
    attempt: (work) => Promise.race([work, passed]).catch(() => undefined),
    end,
  }
}
