/**
 * Attacks the handler, the hosted page and the demo as strangers, users and other people's scripts do, and
 * prints one line for each: whether the defense held, what was tried and what happened. Exits with 1 if an
 * attack succeeded.
 */
import type { Attack, Finding } from './attack.ts'
import { attackGroups } from './attacks/index.ts'
import { starvationAttacks } from './attacks/starvation.ts'
import { Ground } from './ground.ts'
import { type Options, readOptions, usage } from './options.ts'
import { Servers } from './servers.ts'

async function run({ isShort, only, isBuilt }: Options): Promise<boolean> {
  const isChosen = ({ name, isLong }: Attack) => name.includes(only) && !(isShort && isLong)
  const servers = new Servers({ isBuilt })
  const stop = () => void servers.close().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
  const startedAt = performance.now()
  let tried = 0
  let succeeded = 0

  async function tryAll(group: readonly Attack[]) {
    const ground = new Ground(servers)
    for (const attack of group.filter(isChosen)) {
      const { held, happened } = await find(attack, ground)
      tried++
      if (!held) succeeded++
      console.log(`${held ? '✓ held' : '✗ SUCCEEDED'}  ${attack.name}: ${attack.tried} → ${happened}`)
    }
  }

  try {
    await Promise.all(attackGroups.map(tryAll))
    // They use the whole machine.
    await tryAll(starvationAttacks)
  } finally {
    await servers.close()
  }
  if (tried === 0) throw new Error(`No attack has "${only}" in its name.`)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(`${tried} attacks, ${succeeded} succeeded, ${seconds} seconds`)
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
