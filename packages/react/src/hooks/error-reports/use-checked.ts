import { useCallback, useEffect } from 'react'
import { useLatest } from '../use-latest.ts'
import { checkOptions, type Rules } from './check-options.ts'
import { type ReportAnything, useReport } from './use-report.ts'

/**
 * Returns `options` without the invalid ones, and reports each of those once: with the caller's `report`, or
 * else to the console. The returned `report` is the same function in every render.
 */
export function useChecked<T extends object>(options: T, rules: Rules, report?: ReportAnything) {
  const { valid, mistakes } = checkOptions(options, rules)
  const own = useReport(undefined)
  const latest = useLatest(report ?? own)
  const stable = useCallback<ReportAnything>(
    (error, isStanding) => latest.current(error, isStanding),
    [latest],
  )
  useEffect(() => {
    for (const mistake of mistakes) stable(mistake, true)
  })
  return { valid, report: stable }
}
