import type { Workshop } from './workshop.ts'

/** Something that an integrator does, and the expected result. */
export interface Case {
  /** The name. Any of its words selects the case. */
  readonly name: string
  /** Prepares what other cases need too. Its time does not count for the case. */
  prepare(workshop: Workshop): Promise<unknown>
  /** The time limit in milliseconds. @default 150 seconds */
  readonly limit?: number
  run(workshop: Workshop): Promise<void>
}
