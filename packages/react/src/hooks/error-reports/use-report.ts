import { asConnectError } from '@connect-account/core/internal'
import { useCallback, useState } from 'react'
import { useLatest } from '../use-latest.ts'
import { createReport } from './error-report.ts'
import type { OnError } from './on-error.ts'

/** A `Report` that accepts any thrown value. */
export type ReportAnything = (error: unknown, isStanding?: boolean) => void

/** Reports to the latest `onError`, and to the console. The same function in every render. */
export function useReport(onError: OnError | undefined): ReportAnything {
  const latest = useLatest(onError)
  const [report] = useState(() => createReport(() => latest.current))
  return useCallback((error, isStanding) => report(asConnectError(error), isStanding), [report])
}
