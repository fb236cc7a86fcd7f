import type { AccountStatus } from '@connect-account/core/protocol'

/** Unipile's names for an account's status (wire page, "Account status"), each as the protocol has it. */
export const upstreamStatuses = [
  'running',
  'disconnected',
  'errored',
  'paused',
  'degraded',
  'partial',
] as const satisfies readonly AccountStatus[]
