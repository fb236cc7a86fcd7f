import type { ReactNode } from 'react'
import { hostFailure } from '../../hooks/error-reports/error-report.ts'
import type { ReportAnything } from '../../hooks/error-reports/use-report.ts'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { ErrorBoundary } from '../root/error-boundary.tsx'

type SlotContent = ReactNode | ((step: ConnectStep) => ReactNode)

/** Content of the host in the card. A function gets the current step. */
export interface Slots {
  /** Above the screen. */
  readonly top?: SlotContent
  /** Below the screen. */
  readonly bottom?: SlotContent
}

interface SlotProps {
  readonly name: keyof Slots
  readonly slots: Slots | undefined
  readonly step: ConnectStep
  readonly report: ReportAnything
}

/** If the host's content throws, it is left out. */
export function Slot({ name, slots, step, report }: SlotProps) {
  const content = slots?.[name]
  if (!content) return null
  return (
    <ErrorBoundary
      resetKey={step.type}
      onError={(cause) => report(hostFailure(`slots.${name}`, cause), true)}
      fallback={() => null}
    >
      <div data-ca={`slot-${name}`}>
        <Content of={content} step={step} />
      </div>
    </ErrorBoundary>
  )
}

/** Inside of the boundary, so that it catches what a function throws. */
function Content({ of, step }: { readonly of: SlotContent; readonly step: ConnectStep }) {
  return typeof of === 'function' ? of(step) : of
}
