import { spawnSync } from 'node:child_process'
import { root } from './places.ts'
import { type Failure, readFailures } from './report.ts'

/** Runs the tests of one file. Returns what failed. */
export function runPlaywright(
  file: 'baseline' | 'sheet' | 'accessibility',
  env: Readonly<Record<string, string>>,
  ...args: string[]
): Failure[] {
  const cli = 'node_modules/@playwright/test/cli.js'
  // The argument is a pattern for whole paths.
  const command = ['test', '--config', 'apps/screens/playwright.config.ts', `/${file}.spec.ts`, ...args]
  const { status } = spawnSync(process.execPath, ['--conditions=@connect-account/source', cli, ...command], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const failures = readFailures()
  if (status !== 0 && failures.length === 0) throw new Error(`Playwright ended with ${status}.`)
  return failures
}
