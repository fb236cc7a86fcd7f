import { useCallback, useEffect, useRef, useState } from 'react'
import { asConnectError, createReport } from './error-report.ts'
import type { OnError } from './on-error.ts'

/** `Report` for whatever was thrown. */
export type ReportAnything = (error: unknown, isStanding?: boolean) => void

/** Reports to the newest `onError`, and to the console. The same function in every render. */
export function useReport(onError: OnError | undefined): ReportAnything {
  const latest = useRef(onError)
  useEffect(() => {
    latest.current = onError
  })
  const [report] = useState(() => createReport(() => latest.current))
  return useCallback((error, isStanding) => report(asConnectError(error), isStanding), [report])
}
