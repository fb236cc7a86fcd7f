import type { WalkResult } from './run-walk.ts'

/** Prints the failed walks and a table of all. Returns whether all passed. */
export function printReport(results: readonly WalkResult[], seed: string, ms: number): boolean {
  const failed = results.filter(({ violations }) => violations.length > 0)
  for (const { number, plan, acts, violations, screenshot } of failed) {
    console.error(
      `\n✗ Walk ${number}: ${plan.provider.name} (${plan.method}), ${plan.persona}, ${plan.consent}`,
    )
    for (const act of acts) console.error(`    ${act}`)
    for (const violation of violations) console.error(`  ✗ ${violation}`)
    console.error(`  Screenshot: ${screenshot}`)
    console.error(`  Again: npm run test:monkeys -- --seed ${seed} --walk ${number}`)
  }
  const ends = Object.groupBy(results, ({ end }) => end)
  console.table({
    walks: results.length,
    acts: results.reduce((sum, { acts }) => sum + acts.length, 0),
    ...Object.fromEntries(
      Object.entries(ends).map(([end, walks = []]) => [`end: ${end}`, walks.length] as const),
    ),
    'walks with violations': failed.length,
    violations: failed.reduce((sum, { violations }) => sum + violations.length, 0),
    seconds: Math.round(ms / 1000),
  })
  console.error(`Seed: ${seed}.`)
  return failed.length === 0
}
