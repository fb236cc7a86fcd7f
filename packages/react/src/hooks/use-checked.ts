import { useCallback, useEffect, useRef } from 'react'
import { checkOptions, type Rules } from './check-options.ts'
import { useReport } from './use-report.ts'

/**
 * `options` without those that are not valid, which are reported once each: by the caller's `report`, or else to the console. The
 * `report` that is returned stays the same.
 */
export function useChecked<T extends object>(options: T, rules: Rules, report?: (error: unknown) => void) {
  const { valid, mistakes } = checkOptions(options, rules)
  const own = useReport(undefined)
  const latest = useRef(report)
  const stable = useCallback((error: unknown) => (latest.current ?? own)(error), [own])
  useEffect(() => {
    latest.current = report
    for (const mistake of mistakes) stable(mistake)
  })
  return { valid, report: stable }
}
