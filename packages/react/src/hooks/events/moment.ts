import type { FlowSnapshot } from '../flow/flow-snapshot.ts'
import type { ExitReason } from './connect-event.ts'

/** What is kept of the machine's event, or of what else happened. Never an answer. */
export interface MomentEvent {
  /**
   * The event's type; or `consent.open` (the user opened the consent page), `page.show` or `page.hide` (the
   * flow came back to the page, or left it), or `error` (an unexpected error ended the machine).
   */
  readonly type: string
  readonly methodId?: string | undefined
  /** Whether it repeats a choice from before the flow was closed. */
  readonly isResumed?: true | undefined
}

/** Something that happened in a flow. It holds no secret. */
export interface Moment extends MomentEvent {
  /** Where the machine is then. */
  readonly snapshot: FlowSnapshot
  /** Milliseconds on the page's clock. */
  readonly at: number
  /** Why the flow is about to be closed. */
  readonly exit?: ExitReason | undefined
}
