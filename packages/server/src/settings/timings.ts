/** Every duration that the handler lives by. */
export interface Timings {
  /** How long an intent may take from its start to its end, in minutes. Default: 15. */
  readonly intentMinutes: number
  /** Time-out of a plain call to Unipile, in milliseconds. Default: 15 000. */
  readonly upstreamTimeoutMs: number
  /** Time-out of the call that signs in to both servers of a mailbox, in milliseconds. Default: 20 000. */
  readonly mailTimeoutMs: number
  /** How long the servers of a mailbox may be looked for, in milliseconds. Default: 5 000. */
  readonly mailLookupMs: number
  /** Time-out of a call that Unipile may hold open until a code is scanned, in milliseconds. Default: 70 000. */
  readonly waitTimeoutMs: number
  /** Pause between two questions for an approval that Unipile answers at once, in milliseconds. Default: 5 000. */
  readonly pollEveryMs: number
  /** The longest pause after repeated faults while waiting, in milliseconds. Default: 30 000. */
  readonly backoffMaxMs: number
  /** How long a QR code lives, in seconds: the first one, then each next one. Default: 60, 20. */
  readonly qrSeconds: readonly [first: number, next: number]
  /** How long after a message the next one may be asked for, in seconds. Default: 30. */
  readonly resendSeconds: number
  /** How long an instance that fell silent keeps its right to wait for an intent, in milliseconds. Default: 10 000. */
  readonly leaseMs: number
  /** Pause between two heartbeats of an event stream, in milliseconds. Default: 15 000. */
  readonly heartbeatMs: number
  /** How long `close` lets requests finish, in milliseconds. Default: 3 000. */
  readonly closeGraceMs: number
}

export const defaultTimings: Timings = {
  intentMinutes: 15,
  upstreamTimeoutMs: 15_000,
  mailTimeoutMs: 20_000,
  mailLookupMs: 5_000,
  waitTimeoutMs: 70_000,
  pollEveryMs: 5_000,
  backoffMaxMs: 30_000,
  qrSeconds: [60, 20],
  resendSeconds: 30,
  leaseMs: 10_000,
  heartbeatMs: 15_000,
  closeGraceMs: 3_000,
}
