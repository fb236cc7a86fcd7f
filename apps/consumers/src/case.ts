import type { Workshop } from './workshop.ts'

/** One thing that an integrator does, and what must come of it. */
export interface Case {
  /** What it is selected by: any words of it. */
  readonly name: string
  /** Makes ready what other cases need too; not part of the case's time. */
  prepare(workshop: Workshop): Promise<unknown>
  /** How long it may take, in milliseconds. @default 150 seconds */
  readonly limit?: number
  run(workshop: Workshop): Promise<void>
}
