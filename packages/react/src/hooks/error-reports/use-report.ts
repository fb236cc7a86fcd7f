import { asConnectError } from '@connect-account/core/internal'
import { useCallback, useState } from 'react'
import { useLatest } from '../use-latest.ts'
import { createReport } from './error-report.ts'
import type { OnError } from './on-error.ts'

/** `Report` for anything that was thrown. */
export type ReportAnything = (error: unknown, isStanding?: boolean) => void

/** Reports to the newest `onError`, and to the console. The same function in every render. */
export function useReport(onError: OnError | undefined): ReportAnything {
  const latest = useLatest(onError)
  const [report] = useState(() => createReport(() => latest.current))
  return useCallback((error, isStanding) => report(asConnectError(error), isStanding), [report])
}
