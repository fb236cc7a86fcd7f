/**
 * Measures rendering in Chromium and compares it with two baselines: `node bench/render.ts [--json] [--check]
 * [--quick]`.
 *
 * The baselines ("floors") are the same three-step form, unstyled: one on `useState`, one on xstate,
 * @xstate/react and react-hook-form. All are production builds from one local server, measured alternately in
 * one run. The figures are medians.
 *
 * `--json` prints the rows and all samples. `--check` exits with 1 if a goal is missed. `--quick` takes a
 * sixth of the samples.
 */
import { chromium as browserType } from 'playwright'
import { chromium } from '../../../apps/e2e/support/chromium.ts'
import { type Effort, measure } from './render/measure.ts'
import { printTable, report } from './render/report.ts'
import { serveSite } from './render/site.ts'

const flags = new Set(process.argv.slice(2))
const effort: Effort = flags.has('--quick')
  ? { coldPages: 3, warmMounts: 12, keys: 20, cycles: 200 }
  : { coldPages: 14, warmMounts: 72, keys: 120, cycles: 1000 }

const site = await serveSite()
const browser = await browserType.launch(chromium)
try {
  const results = await measure(browser, site, effort, (text) => console.error(text))
  const rows = report(results)
  if (flags.has('--json')) console.log(JSON.stringify({ rows, results }, null, 2))
  else printTable(rows)
  const missed = rows.filter(({ isMet }) => !isMet)
  for (const { figure, goal } of missed) console.error(`Goal missed: ${figure}, ${goal}.`)
  if (flags.has('--check') && missed.length > 0) process.exitCode = 1
} finally {
  await browser.close()
  await site.close()
}
