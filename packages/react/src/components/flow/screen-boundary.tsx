import type { ReactNode } from 'react'
import { screenFailure } from '../../hooks/error-reports/error-report.ts'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { ErrorBoundary } from '../root/error-boundary.tsx'
import { useRoot } from '../root/root-context.ts'
import { ProblemScreen } from './problem-screen.tsx'

interface ScreenBoundaryProps {
  readonly step: ConnectStep
  /** Whether another step ends the failure. Not needed if the boundary has a key per step. */
  readonly isForAll?: boolean
  readonly children: ReactNode
}

/** Reports an error that a screen throws, and shows a screen where the user can try again or leave. */
export function ScreenBoundary({ step, isForAll = false, children }: ScreenBoundaryProps) {
  const { report, messages } = useRoot()
  return (
    <ErrorBoundary
      resetKey={isForAll && step}
      onError={(error) => report(screenFailure(step.type, error), true)}
      fallback={(retry) => <ProblemScreen {...messages.screenFailed} step={step} retry={retry} />}
    >
      {children}
    </ErrorBoundary>
  )
}
