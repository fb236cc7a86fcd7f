/**
 * Takes pictures of the stories:
 * `npm run test:screens -- [--core] [--update] [--only <text>] [--every-look]`
 *
 * First compares the chosen core with the checked-in pictures, then takes every story in every look for the
 * contact sheet. `--core` leaves out the second part, `--update` replaces the checked-in pictures that
 * changed, and `--only` selects the stories whose ID contains the text. `--every-look` takes each of them in
 * all combinations instead of a choice that has every pair. Exits with 1 if a picture changed.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildStorybook } from './build-storybook.ts'
import { writeContactSheet } from './contact-sheet.ts'
import { core, fileOf } from './core.ts'
import { BASELINE, RESULTS } from './places.ts'
import { runPlaywright } from './run-playwright.ts'

const { values } = parseArgs({
  options: {
    core: { type: 'boolean' },
    update: { type: 'boolean' },
    only: { type: 'string' },
    'every-look': { type: 'boolean' },
  },
})

const settings = { SCREENS_ONLY: values.only ?? '', SCREENS_EVERY_LOOK: values['every-look'] ? 'yes' : '' }

/** Pictures of the baseline that no entry of the core stands for. */
function findLeftovers(): string[] {
  const files = new Set(core.map(fileOf))
  return existsSync(BASELINE) ? readdirSync(BASELINE).filter((file) => !files.has(file)) : []
}

buildStorybook()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
if (values.update) for (const file of findLeftovers()) rmSync(`${BASELINE}/${file}`)

const failures = runPlaywright('baseline', settings, ...(values.update ? ['--update-snapshots=changed'] : []))
if (!values.core && !values.update) failures.push(...runPlaywright('sheet', settings))
const leftovers = findLeftovers()
const compared = core.filter(({ id }) => id.includes(values.only ?? '')).length

for (const { title } of failures) console.log(`✗ ${title}`)
for (const file of leftovers) console.log(`✗ ${file} is not in apps/screens/src/core.ts: --update deletes it`)
console.log(`${compared} pictures compared. All pictures: ${writeContactSheet(failures)}`)
process.exit(failures.length + leftovers.length > 0 ? 1 : 0)
