import type { connectMachine } from '@connect-account/core/internal'
import type { Actor } from 'xstate'
import type { callHost, Report } from '../error-reports/error-report.ts'
import type { toStep } from '../flow/to-step.ts'
import type { OnEvent } from './connect-event.ts'
import type { Moment, MomentEvent } from './moment.ts'

/** What events are made of: the part of a flow that they need. */
export interface ObservedFlow {
  readonly actor: Actor<typeof connectMachine>
  readonly report: Report
  readonly options: { readonly onEvent?: OnEvent | undefined }
  /** Whether it began with an open intent. */
  isResuming: boolean
  /** What happened and was not passed to `onEvent` yet. Without `onEvent` nothing is recorded. */
  readonly moments: Moment[]
  record(event: MomentEvent): void
  /** Called after each moment. */
  onMoment?: () => void
  /** For code that loads later: if it imported these, bundlers would take them out of the first chunk. */
  readonly shared: { readonly toStep: typeof toStep; readonly callHost: typeof callHost }
}
