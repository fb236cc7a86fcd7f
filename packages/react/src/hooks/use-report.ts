import { useCallback, useEffect, useRef, useState } from 'react'
import { asConnectError, createReport, type OnError } from './error-report.ts'

/** Reports to the newest `onError`, and to the console. The same function in every render. */
export function useReport(onError: OnError | undefined): (error: unknown) => void {
  const latest = useRef(onError)
  useEffect(() => {
    latest.current = onError
  })
  const [report] = useState(() => createReport(() => latest.current))
  return useCallback((error) => report(asConnectError(error)), [report])
}
