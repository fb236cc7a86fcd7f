import type { ErrorCode } from '@connect-account/core'

/** What `onError` receives: a failure that a developer should know about. Never holds a secret. */
export interface ConnectErrorReport {
  /** The stable code to decide on. */
  readonly code: ErrorCode
  /** What happened and why, in a sentence or two. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
  /**
   * The underlying error: what your function threw, what `fetch` rejected with, or the kit's own
   * `ConnectError`.
   */
  readonly cause: unknown
}

export type OnError = (report: ConnectErrorReport) => void
