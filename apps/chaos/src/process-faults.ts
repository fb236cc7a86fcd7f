import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresServer } from '@connect-account/test-postgres'
import type { Random } from '@connect-account/test-random'
import type { Counters } from './counters.ts'
import type { Instances } from './instances.ts'

/**
 * How long all instances serve before the next kill, in milliseconds: enough for users to get through on a
 * slow machine.
 */
const KILL_INTERVAL = [2_000, 6_000] as const
/** The probability that all instances are killed at once. */
const KILL_ALL = 0.15
const FIRST_RESTART_MS = 8_000
/** Between two restarts of the database, in milliseconds. */
const RESTART_INTERVAL = [20_000, 35_000] as const

/** Kills instances until `signal` aborts. */
export async function killInstances(
  instances: Instances,
  count: number,
  random: Random,
  counters: Counters,
  signal: AbortSignal,
): Promise<void> {
  while (await waited(random.between(...KILL_INTERVAL), signal)) {
    const victim = Math.floor(random.next() * count)
    const all = random.happens(KILL_ALL)
    for (let index = 0; index < count; index++) {
      if (!all && index !== victim) continue
      instances.kill(index)
      counters.count('instance killed (SIGKILL)')
    }
    await instances.ready()
  }
}

/**
 * Restarts the database until `signal` aborts, alternating between a fast shutdown, an immediate one and a
 * crash.
 */
export async function restartDatabase(
  postgres: PostgresServer,
  random: Random,
  counters: Counters,
  signal: AbortSignal,
): Promise<void> {
  const shutdowns = [
    { name: 'fast', stop: async () => {} },
    // PostgreSQL, "Shutting Down the Server": SIGQUIT skips the clean shutdown and requires recovery.
    { name: 'immediate', stop: async () => void process.kill(postgres.pid, 'SIGQUIT') },
    { name: 'crash', stop: () => postgres.kill() },
  ]
  let delay = FIRST_RESTART_MS
  for (let round = 0; await waited(delay, signal); round++) {
    const shutdown = shutdowns[round % shutdowns.length]
    await shutdown?.stop()
    await postgres.restart()
    counters.count(`database restarted (${shutdown?.name})`)
    delay = random.between(...RESTART_INTERVAL)
  }
}

/** Resolves to `true` after `ms`, or to `false` as soon as `signal` aborts. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(ms, undefined, { signal })
    return true
  } catch {
    return false
  }
}
