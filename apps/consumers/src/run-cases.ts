import { stripVTControlCharacters } from 'node:util'
import type { Case } from './case.ts'
import type { Workshop } from './workshop.ts'

const DEFAULT_LIMIT = 150_000
/** Builds, installs and starts what several cases share. */
const PREPARE_LIMIT = 600_000
const LINES_OF_REASON = 24

export interface Totals {
  readonly passed: number
  readonly failed: number
  /** The failed cases, with their reasons. */
  readonly failures: readonly string[]
}

/** Runs the cases one after the other, and prints a line per case. */
export async function runCases(cases: readonly Case[], workshop: Workshop): Promise<Totals> {
  const failures: string[] = []
  for (const { name, prepare, limit = DEFAULT_LIMIT, run } of cases) {
    const unprepared = await withinLimit(prepare(workshop), PREPARE_LIMIT)
    workshop.lastPage = ''
    const start = performance.now()
    const reason = unprepared ?? (await withinLimit(run(workshop), limit))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${reason === undefined ? 'ok    ' : 'failed'}  ${name} (${seconds} s)`)
    if (reason === undefined) continue
    console.log(indent(`${reason}\n${workshop.lastPage}`))
    failures.push(`${name}\n${reason}`)
  }
  return { passed: cases.length - failures.length, failed: failures.length, failures }
}

/** The reason of the failure; `undefined` if it passed. */
async function withinLimit(work: Promise<unknown>, limit: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`Did not finish in ${limit / 1000} s`), limit)
  })
  const outcome = work.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  try {
    return await Promise.race([outcome, timeout])
  } finally {
    clearTimeout(timer)
  }
}

function indent(reason: string): string {
  const lines = stripVTControlCharacters(reason).trimEnd().split('\n')
  const shown = lines.slice(0, LINES_OF_REASON)
  if (lines.length > shown.length) shown.push(`… ${lines.length - shown.length} more lines`)
  return shown.map((line) => `        ${line}`).join('\n')
}
