import { hostFailure } from '../../hooks/error-reports/error-report.ts'
import type { ReportAnything } from '../../hooks/error-reports/use-report.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import type { RenderSlot, SlotContent, Slots } from './slot.tsx'

/** Renders the content of `slots`. If it throws, it is left out, or what it replaces is shown. */
export function renderSlots(slots: Slots, report: ReportAnything): RenderSlot {
  return (name, props, children) => {
    const of = slots[name]
    if (!of) return children
    const content = <Content of={of} props={props} />
    const Place = name === 'provider' ? 'span' : 'div'
    return (
      <ErrorBoundary
        resetKey={'step' in props && props.step.type}
        onError={(cause) => report(hostFailure(`slots.${name}`, cause), true)}
        fallback={() => children}
      >
        {children ? content : <Place data-ca={`slot-${name}`}>{content}</Place>}
      </ErrorBoundary>
    )
  }
}

interface ContentProps<P> {
  readonly of: SlotContent<P>
  readonly props: P
}

/** Inside of the boundary, so that it catches what a function throws. */
function Content<P>({ of, props }: ContentProps<P>) {
  return typeof of === 'function' ? of(props) : of
}
