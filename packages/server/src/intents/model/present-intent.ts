import type { Intent } from '@connect-account/core/protocol'
import type { IntentRecord } from '../../store/intent-store.ts'

/** The intent as a browser may see it. */
export function presentIntent(intent: IntentRecord, now: number): Intent {
  return {
    id: intent.id,
    revision: intent.revision,
    provider: intent.provider,
    method: intent.method,
    mode: intent.mode,
    step: intent.step,
    createdAt: intent.createdAt.toISOString(),
    expiresAt: intent.expiresAt.toISOString(),
    serverTime: new Date(now).toISOString(),
  }
}
