import { ConnectError, errorCatalogue } from '@connect-account/core/errors'
import { type Environment, MissingSetting } from '../environment.ts'

/** The result of a check. No member ever holds a secret. */
export interface Finding {
  readonly status: 'passed' | 'failed' | 'skipped'
  readonly detail: string
  /** How to fix it, if it failed. */
  readonly remedy?: string
}

/** It never rejects. */
export type Check = (environment: Environment) => Promise<Finding>

export function passed(detail: string): Finding {
  return { status: 'passed', detail }
}

export function failed(detail: string, remedy: string): Finding {
  return { status: 'failed', detail, remedy }
}

export function skipped(detail: string): Finding {
  return { status: 'skipped', detail }
}

/** The finding for a failed call to Unipile. */
export function failedCall(error: unknown): Finding {
  if (error instanceof MissingSetting) return skipped('cannot be checked without a key.')
  if (!(error instanceof ConnectError))
    return failed('could not be checked.', 'Run this again; if it persists, report it.')
  const { title, remedy } = errorCatalogue[error.code]
  return failed(error.detail ?? `${title}.`, remedy)
}
