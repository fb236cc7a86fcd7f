import { setTimeout as pause } from 'node:timers/promises'

const LIMIT_MS = 15_000
const INTERVAL_MS = 50

/** Resolves to whether the fact was true within the time. */
export async function becomesTrue(fact: () => Promise<boolean>, limitMs = LIMIT_MS): Promise<boolean> {
  const limit = performance.now() + limitMs
  for (;;) {
    if (await fact()) return true
    if (performance.now() > limit) return false
    await pause(INTERVAL_MS)
  }
}

/** Waits for what an attack is built on. @throws Error if it does not become true. */
export async function until(what: string, fact: () => Promise<boolean>, limitMs?: number): Promise<void> {
  if (!(await becomesTrue(fact, limitMs))) throw new Error(`Not within the time: ${what}.`)
}
