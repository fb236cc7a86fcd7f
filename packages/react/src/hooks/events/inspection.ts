import type { InspectionEvent } from 'xstate'
import type { ObservedFlow } from './observed-flow.ts'

/** Hears what happens in every machine of the page. Call `read` later than for a machine's first event. */
type Observe = (news: InspectionEvent, read: () => ObservedFlow) => void

/** Who inspects the flows of this page: nobody, except where a developer mounts `<ConnectInspector>`. */
export const inspection: { observe?: Observe | undefined } = {}
