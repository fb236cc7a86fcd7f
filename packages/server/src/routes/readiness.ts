import type { Readiness as ReadinessBody } from '@connect-account/core/protocol'
import { sql } from 'drizzle-orm'
import { withTimeout } from '../scheduler/with-timeout.ts'
import type { Database } from '../store/database.ts'

/**
 * Whether requests should be sent here, and why not. The migrations are done before there is a handler to
 * ask.
 */
export interface Readiness {
  readonly isReady: boolean
  readonly checks: ReadinessBody['checks']
}

export interface ReadinessContext {
  readonly database: Pick<Database, 'queries' | 'isListening'>
  readonly closing: AbortSignal
  readonly logError: (error: unknown) => void
}

const ANSWER_TIMEOUT_MS = 2_000
/** Anyone may call it: the database is queried once in this time at most, in milliseconds. */
const FRESH_MS = 1_000

export function createReadiness({ database, closing, logError }: ReadinessContext): () => Promise<Readiness> {
  let asked: { readonly at: number; readonly answers: Promise<boolean> } | undefined

  async function doesAnswer(): Promise<boolean> {
    try {
      const answer = database.queries.execute(sql`select 1`)
      await withTimeout(answer, ANSWER_TIMEOUT_MS, () => new Error('The database took too long.'))
      return true
    } catch (error) {
      logError(error)
      return false
    }
  }

  return async () => {
    if (closing.aborted) return { isReady: false, checks: { database: false, listener: false, open: false } }
    if (!asked || performance.now() - asked.at > FRESH_MS) {
      asked = { at: performance.now(), answers: doesAnswer() }
    }
    const checks = {
      database: await asked.answers,
      listener: database.isListening(),
      open: !closing.aborted,
    }
    return { isReady: checks.database && checks.listener && checks.open, checks }
  }
}
