/** All durations that can be set. */
export interface Timings {
  /** How long an intent may take from its start to its end, in minutes. Default: 15. */
  readonly intentMinutes: number
  /** Time-out of a plain call to Unipile, in milliseconds. Default: 15 000. */
  readonly upstreamTimeoutMs: number
  /** Time-out of the call that signs in to both servers of a mailbox, in milliseconds. Default: 20 000. */
  readonly mailTimeoutMs: number
  /** How long the lookup of a mailbox's servers may take, in milliseconds. Default: 5 000. */
  readonly mailLookupMs: number
  /**
   * Time-out of a call that Unipile may hold open until a code is scanned, in milliseconds. Default: 70 000.
   */
  readonly waitTimeoutMs: number
  /**
   * Pause between two polls for an approval, if Unipile responds at once. In milliseconds. Default: 5 000.
   */
  readonly pollEveryMs: number
  /** The longest pause after repeated faults while waiting, in milliseconds. Default: 30 000. */
  readonly backoffMaxMs: number
  /** How long a QR code lives, in seconds: the first one, then each next one. Default: 60, 20. */
  readonly qrSeconds: readonly [first: number, next: number]
  /** How long after a message the next one may be requested, in seconds. Default: 30. */
  readonly resendSeconds: number
  /**
   * How long after a given consent its webhook may take before the user sees that it is awaited, in seconds.
   * Default: 20.
   */
  readonly confirmSeconds: number
  /**
   * How long the browser that returns from a consent page may take to confirm it with its session, in minutes.
   * What was consented and is not confirmed by then is removed at Unipile. Default: 10.
   */
  readonly returnMinutes: number
  /**
   * How long an instance that stopped responding keeps its right to wait for an intent, in milliseconds.
   * Default: 10 000.
   */
  readonly leaseMs: number
  /** Pause between two heartbeats of an event stream, in milliseconds. Default: 15 000. */
  readonly heartbeatMs: number
  /**
   * First pause after a webhook event that could not be applied, doubled each time up to ten minutes, in
   * milliseconds. Default: 1 000.
   */
  readonly webhookRetryMs: number
  /**
   * First pause after an event that could not be delivered to the host, doubled each time up to ten minutes, in
   * milliseconds. Default: 1 000.
   */
  readonly eventRetryMs: number
  /** How long an account must have needed its owner before an email is sent, in minutes. Default: 5. */
  readonly noticeDelayMinutes: number
  /**
   * First pause after a notice that could not be sent, doubled each time, in milliseconds. Default: 60 000.
   */
  readonly noticeRetryMs: number
  /**
   * Pause between two comparisons of the accounts with Unipile's list, in minutes; 0: at start only. Default:
   * 15.
   */
  readonly reconcileMinutes: number
  /**
   * How long a provider's method is not offered that Unipile refused as unknown, in minutes; 0: it is offered all the
   * same. Default: 60.
   */
  readonly unsupportedMinutes: number
  /** How long an intent is kept after its end, and its idempotency key with it, in hours. Default: 24. */
  readonly keepIntentsHours: number
  /** How long an audit row is kept, in days. Default: 400. */
  readonly keepAuditDays: number
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
  confirmSeconds: 20,
  returnMinutes: 10,
  leaseMs: 10_000,
  heartbeatMs: 15_000,
  webhookRetryMs: 1_000,
  eventRetryMs: 1_000,
  noticeDelayMinutes: 5,
  noticeRetryMs: 60_000,
  reconcileMinutes: 15,
  unsupportedMinutes: 60,
  keepIntentsHours: 24,
  keepAuditDays: 400,
  closeGraceMs: 3_000,
}
