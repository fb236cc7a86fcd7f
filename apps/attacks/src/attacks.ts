/**
 * Attacks the handler, the hosted page and the demo as strangers, users and other people's scripts do, and
 * prints one line for each: whether the defense held, what was tried and what happened. Exits with 1 if an
 * attack succeeded.
 */
import type { Attack, Finding } from './attack.ts'
import { attacks } from './attacks/index.ts'
import { Ground } from './ground.ts'
import { type Options, readOptions, usage } from './options.ts'

async function run({ isShort, only, isBuilt }: Options): Promise<boolean> {
  const chosen = attacks.filter(({ name, isLong }) => name.includes(only) && !(isShort && isLong))
  if (chosen.length === 0) throw new Error(`No attack has "${only}" in its name.`)
  const ground = new Ground({ isBuilt })
  const stop = () => void ground.close().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
  const startedAt = performance.now()
  let succeeded = 0
  try {
    for (const attack of chosen) {
      const { held, happened } = await find(attack, ground)
      if (!held) succeeded++
      console.log(`${held ? '✓ held' : '✗ SUCCEEDED'}  ${attack.name}: ${attack.tried} → ${happened}`)
    }
  } finally {
    await ground.close()
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(`${chosen.length} attacks, ${succeeded} succeeded, ${seconds} seconds`)
  return succeeded === 0
}

/** What cannot be tried proves nothing, so it counts as an attack that succeeded. */
async function find(attack: Attack, ground: Ground): Promise<Finding> {
  try {
    return await attack.run(ground)
  } catch (error) {
    return { held: false, happened: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

try {
  process.exitCode = (await run(readOptions(process.argv.slice(2)))) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exitCode = 2
}
