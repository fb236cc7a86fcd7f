/**
 * Takes pictures of the stories:
 * `npm run test:screens -- [--core] [--update] [--only <text>] [--every-look]`
 *
 * First compares the chosen core with the checked-in pictures, then takes every story in every look for the
 * contact sheet. `--core` leaves out the second part, `--update` replaces the checked-in pictures that
 * changed, and `--only` selects the stories whose ID contains the text. `--every-look` takes each of them in
 * all combinations instead of a choice that has every pair. Exits with 1 if a picture changed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildStorybook } from './build-storybook.ts'
import { writeContactSheet } from './contact-sheet.ts'
import { core, fileOf } from './core.ts'
import { BASELINE, RESULTS, root } from './places.ts'
import { type Failure, readFailures } from './report.ts'

const { values } = parseArgs({
  options: {
    core: { type: 'boolean' },
    update: { type: 'boolean' },
    only: { type: 'string' },
    'every-look': { type: 'boolean' },
  },
})

/** Runs the tests of one file. Returns what failed. */
function run(file: 'baseline' | 'sheet', ...args: string[]): Failure[] {
  const cli = 'node_modules/@playwright/test/cli.js'
  const command = [cli, 'test', '--config', 'apps/screens/playwright.config.ts', file, ...args]
  const { status } = spawnSync(process.execPath, ['--conditions=@connect-account/source', ...command], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      SCREENS_ONLY: values.only ?? '',
      SCREENS_EVERY_LOOK: values['every-look'] ? 'yes' : '',
    },
  })
  const failures = readFailures()
  if (status !== 0 && failures.length === 0) throw new Error(`Playwright ended with ${status}.`)
  return failures
}

/** Pictures of the baseline that no entry of the core stands for. */
function findLeftovers(): string[] {
  const files = new Set(core.map(fileOf))
  return existsSync(BASELINE) ? readdirSync(BASELINE).filter((file) => !files.has(file)) : []
}

buildStorybook()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
if (values.update) for (const file of findLeftovers()) rmSync(`${BASELINE}/${file}`)

const failures = run('baseline', ...(values.update ? ['--update-snapshots=changed'] : []))
if (!values.core && !values.update) failures.push(...run('sheet'))
const leftovers = findLeftovers()
const compared = core.filter(({ id }) => id.includes(values.only ?? '')).length

for (const { title } of failures) console.log(`✗ ${title}`)
for (const file of leftovers) console.log(`✗ ${file} is not in apps/screens/src/core.ts: --update deletes it`)
console.log(`${compared} pictures compared. All pictures: ${writeContactSheet(failures)}`)
process.exit(failures.length + leftovers.length > 0 ? 1 : 0)
