import { useCallback, useEffect, useRef } from 'react'
import { checkOptions, type Rules } from './check-options.ts'
import { type ReportAnything, useReport } from './use-report.ts'

/**
 * `options` without those that are not valid, which are reported once each: by the caller's `report`, or else to the console. The
 * `report` that is returned stays the same.
 */
export function useChecked<T extends object>(options: T, rules: Rules, report?: ReportAnything) {
  const { valid, mistakes } = checkOptions(options, rules)
  const own = useReport(undefined)
  const latest = useRef(report)
  const stable = useCallback(
    (error: unknown, isStanding?: boolean) => (latest.current ?? own)(error, isStanding),
    [own],
  )
  useEffect(() => {
    latest.current = report
    for (const mistake of mistakes) stable(mistake, true)
  })
  return { valid, report: stable }
}
