/**
 * Checks the accessibility of every state of the kit:
 * `npm run test:accessibility -- [--short | --every] [--check] [--only <text>]`
 *
 * If everything passes, writes docs/ACCESSIBILITY.md. `--short` checks a few states, and `--every` each of them
 * in all conditions instead of two. `--only` selects the stories whose ID contains the text; like `--short`, it
 * writes nothing. `--check` also fails if the file is out of date. Exits with 1 on a fault.
 */
import { parseArgs } from 'node:util'
import { buildStorybook } from '../build-storybook.ts'
import { runPlaywright } from '../run-playwright.ts'
import { listStates } from '../stories.ts'
import { isReportCurrent, writeReport } from './report.ts'

const { values } = parseArgs({
  options: {
    short: { type: 'boolean' },
    every: { type: 'boolean' },
    check: { type: 'boolean' },
    only: { type: 'string' },
  },
})

buildStorybook()
const failures = runPlaywright('accessibility', {
  SCREENS_ONLY: values.only ?? '',
  ACCESSIBILITY_SHORT: values.short ? 'yes' : '',
  ACCESSIBILITY_EVERY: values.every ? 'yes' : '',
})
for (const { title } of failures) console.log(`✗ ${title}`)
let hasFailed = failures.length > 0
if (values.check && !isReportCurrent(listStates())) {
  hasFailed = true
  console.log('✗ docs/ACCESSIBILITY.md is missing or out of date: pnpm test:accessibility writes it')
}
if (!values.short && values.only === undefined && !hasFailed) writeReport(listStates())
process.exit(hasFailed ? 1 : 0)
