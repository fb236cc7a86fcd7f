import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresServer } from '@connect-account/test-postgres'
import type { Fleet } from './fleet.ts'
import type { Randomness } from './randomness.ts'
import type { Tally } from './tally.ts'

/** How long all instances serve before the next one dies, in milliseconds: however slow the machine, users come through. */
const KILL_AFTER = [2_000, 6_000] as const
/** Now and then all of them die at once. */
const KILL_ALL = 0.15
/** Before the first restart of the database, in milliseconds. */
const FIRST_RESTART = 8_000
/** Between two restarts of the database, in milliseconds. */
const RESTART_EVERY = [20_000, 35_000] as const

/** Kills instances until `signal` aborts. */
export async function killInstances(
  fleet: Fleet,
  size: number,
  random: Randomness,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  while (await hasPassed(random.between(...KILL_AFTER), signal)) {
    const victim = Math.floor(random.next() * size)
    const all = random.happens(KILL_ALL)
    for (let index = 0; index < size; index++) {
      if (!all && index !== victim) continue
      fleet.kill(index)
      tally.count('instance killed (SIGKILL)')
    }
    await fleet.ready()
  }
}

/** Restarts the database until `signal` aborts: in order, at once, and after a crash, in turn. */
export async function restartDatabase(
  postgres: PostgresServer,
  random: Randomness,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  const ways = [
    { name: 'fast', stop: async () => {} },
    // PostgreSQL, "Shutting Down the Server": no clean end, recovery at the next start.
    { name: 'immediate', stop: async () => void process.kill(postgres.pid, 'SIGQUIT') },
    { name: 'crash', stop: () => postgres.kill() },
  ]
  let wait = FIRST_RESTART
  for (let turn = 0; await hasPassed(wait, signal); turn++) {
    const way = ways[turn % ways.length]
    await way?.stop()
    await postgres.restart()
    tally.count(`database restarted (${way?.name})`)
    wait = random.between(...RESTART_EVERY)
  }
}

/** `false` where `signal` aborts before. */
async function hasPassed(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(ms, undefined, { signal })
    return true
  } catch {
    return false
  }
}
