/**
 * Lets random users loose on the demo in Chromium: they type nonsense, click twice, reload, go back, go offline,
 * open tabs and lose their server, then try to finish. At the end what they were told must be true: see
 * `find-violations.ts`. Exits with 1, the acts and the seed of each failed walk if it is not.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSites } from '@connect-account/demo-server/src/build-sites.ts'
import { chromium as launchOptions } from '@connect-account/e2e/support/chromium.ts'
import { chromium } from '@playwright/test'
import { type Options, readOptions, usage } from './options.ts'
import { printTable, printWalk } from './report.ts'
import { runWalk, type WalkResult } from './run-walk.ts'
import { startWorkerStack } from './worker-stack.ts'

/** Run in reverse order at the end. */
const cleanups: (() => Promise<unknown>)[] = []

async function run({ seed, walks, workers, isBuilt }: Options): Promise<boolean> {
  const startedAt = performance.now()
  const screenshots = await mkdtemp(join(tmpdir(), 'connect-monkeys-'))
  if (!isBuilt) await buildSites()
  const browser = await chromium.launch(launchOptions)
  cleanups.push(() => browser.close())
  const left = [...walks]
  const results: WalkResult[] = []

  async function work(index: number) {
    const stack = await startWorkerStack(index)
    cleanups.push(() => stack.close())
    for (let number = left.shift(); number !== undefined; number = left.shift()) {
      const result = await runWalk(browser, stack, seed, number, screenshots)
      results.push(result)
      if (result.violations.length > 0 || walks.length === 1) printWalk(result, seed)
      else process.stderr.write('.')
    }
  }
  await Promise.all(Array.from({ length: workers }, (_, index) => work(index)))
  printTable(results, performance.now() - startedAt)
  console.error(`Seed: ${seed}.`)
  return results.every(({ violations }) => violations.length === 0)
}

async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)))
}
try {
  process.exitCode = (await run(readOptions(process.argv.slice(2)))) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.stack : error)
  console.error(usage)
  process.exitCode = 2
} finally {
  await cleanUp()
}
