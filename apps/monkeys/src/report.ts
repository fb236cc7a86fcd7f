import type { WalkResult } from './run-walk.ts'

/** Prints the acts of a walk, what is wrong, and how to repeat it. */
export function printWalk({ number, plan, acts, violations, screenshot }: WalkResult, seed: string): void {
  const { provider, method, persona, entry, consent } = plan
  console.error(`\nWalk ${number}: ${provider.name} (${method}) as ${persona}, ${entry}, ${consent}`)
  for (const act of acts) console.error(`    ${act}`)
  for (const violation of violations) console.error(`  ✗ ${violation}`)
  if (violations.length > 0) console.error(`  Screenshot: ${screenshot}`)
  console.error(`  Again: npm run test:monkeys -- --seed ${seed} --walk ${number}`)
}

export function printTable(results: readonly WalkResult[], ms: number): void {
  const ends = Object.groupBy(results, ({ end }) => end)
  console.table({
    walks: results.length,
    acts: results.reduce((sum, { acts }) => sum + acts.length, 0),
    ...Object.fromEntries(
      Object.entries(ends).map(([end, walks = []]) => [`end: ${end}`, walks.length] as const),
    ),
    'walks with violations': results.filter(({ violations }) => violations.length > 0).length,
    violations: results.reduce((sum, { violations }) => sum + violations.length, 0),
    seconds: Math.round(ms / 1000),
  })
}
