import type { Database } from '../store/database.ts'
import { deleteBatch, oldRows } from '../store/old-rows.ts'
import type { Timings } from '../timings.ts'
import type { Job } from './job.ts'

const EVERY_MS = 3_600_000
/** Rows per statement: few enough that none blocks the others for long. */
const BATCH = 1_000

/** Removes rows that are no longer used. */
export function housekeeping(
  { queries }: Pick<Database, 'queries'>,
  timings: Timings,
  now: () => number,
): Job {
  return {
    name: 'housekeeping',
    everyMs: EVERY_MS,
    async run(signal) {
      for (const rows of oldRows(timings, now())) {
        while (!signal.aborted && (await deleteBatch(queries, rows, BATCH)) === BATCH);
      }
    },
  }
}
