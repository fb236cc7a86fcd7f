/**
 * Uses the packages as an integrator does: packed, installed into fresh folders outside the repository, in
 * third-party builds, frameworks and pages.
 *
 * `npm run test:consumers -- <words> …` runs the cases that have one of the words in their names. `--list`
 * shows the names, `--short` runs what `npm test` runs, `--built` packs the output of `npm run build`,
 * `--keep` keeps the folder, `--report <file>` writes the totals as JSON.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { cases } from './cases/index.ts'
import { shortCases } from './cases/short.ts'
import { stopAllProcesses } from './processes.ts'
import { runCases } from './run-cases.ts'
import { Workshop } from './workshop.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    report: { type: 'string' },
    short: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})

const selected = (values.short ? shortCases : cases).filter(
  ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
)

if (values.list) {
  for (const { name } of selected) console.log(name)
} else {
  process.exitCode = await run()
}

async function run(): Promise<number> {
  const workshop = await Workshop.open(values.built)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, async () => {
      await stopAllProcesses()
      await workshop.removeFolder()
      process.exit(130)
    })
  }
  console.log(`        in ${workshop.folder}`)
  const totals = await runCases(selected, workshop)
  const { passed, failed } = totals
  await workshop[Symbol.asyncDispose]()
  await stopAllProcesses()
  if (values.report) await writeFile(values.report, JSON.stringify(totals))
  const isKept = failed > 0 || values.keep
  if (isKept) console.log(`        The folder is kept: ${workshop.folder}`)
  else await workshop.removeFolder()
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 || selected.length === 0 ? 1 : 0
}
