import { setTimeout as delay } from 'node:timers/promises'

/** What a function of the host's resolves to; rejects with `late()` after `ms` milliseconds. */
export async function withTimeout<T>(answer: T | Promise<T>, ms: number, late: () => Error): Promise<T> {
  const answered = new AbortController()
  const limit = delay(ms, undefined, { signal: answered.signal }).then(() => {
    throw late()
  })
  try {
    return await Promise.race([answer, limit])
  } finally {
    answered.abort()
  }
}
