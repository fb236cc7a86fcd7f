import type { ShownOnPhone } from '../../../hooks/flow/connect-step.ts'
import { chunk } from '../../lazy/chunk.ts'
import { OptionalPart } from '../../lazy/optional-part.tsx'

const shownValue = chunk(() => import('./shown-value-chunk.ts'))

/** What to compare on the phone, at a step that few users see with it. It loads separately. */
export function ShownPart({ show }: { show: ShownOnPhone | undefined }) {
  return (
    show && (
      <OptionalPart chunk={shownValue} placeholder={<strong dir="ltr">{show.value}</strong>}>
        {({ ShownValue }) => <ShownValue show={show} isExplained />}
      </OptionalPart>
    )
  )
}
