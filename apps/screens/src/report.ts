import { readFileSync } from 'node:fs'
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'
import { REPORT } from './places.ts'

/** A test that failed. */
export interface Failure {
  readonly title: string
  readonly message: string
  /** The files of a changed picture; all but `actual` are missing if there is nothing to compare with. */
  readonly pictures: { readonly expected?: string; readonly actual?: string; readonly diff?: string }
}

function failuresIn({ specs, suites = [] }: JSONReportSuite): Failure[] {
  const failed = specs.filter(({ ok }) => !ok)
  const own = failed.map(({ title, tests }): Failure => {
    const results = tests.flatMap((test) => test.results)
    const attachments = results.flatMap((result) => result.attachments)
    const pathOf = (kind: string) => attachments.find(({ name }) => name.endsWith(`-${kind}.png`))?.path
    const [expected, actual, diff] = [pathOf('expected'), pathOf('actual'), pathOf('diff')]
    return {
      title,
      message: results.flatMap(({ errors }) => errors.map(({ message }) => message ?? '')).join('\n'),
      pictures: { ...(expected && { expected }), ...(actual && { actual }), ...(diff && { diff }) },
    }
  })
  return [...own, ...suites.flatMap(failuresIn)]
}

/** Reads what failed in Playwright's last run. */
export function readFailures(): Failure[] {
  const { suites, errors }: JSONReport = JSON.parse(readFileSync(REPORT, 'utf8'))
  const ofRun = errors.map(({ message = '' }) => ({ title: 'Playwright', message, pictures: {} }))
  return [...ofRun, ...suites.flatMap(failuresIn)]
}
