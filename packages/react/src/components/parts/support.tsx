import { hostFailure } from '../../hooks/error-reports/error-report.ts'
import { ErrorBoundary } from '../root/error-boundary.tsx'
import { useRoot } from '../root/root-context.ts'

/** The host's way to its support. If it throws, it is left out. */
export function Support() {
  const { support, report } = useRoot()
  if (!support) return null
  return (
    <ErrorBoundary onError={(cause) => report(hostFailure('support', cause))} fallback={() => null}>
      <div data-ca="support">{support}</div>
    </ErrorBoundary>
  )
}
