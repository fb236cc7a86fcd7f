import { type Intent, isOutcome, type Outcome } from '@connect-account/core/protocol'

/** What one intent's user was shown of it. */
interface IntentHistory {
  readonly userId: string
  /** The sign-in name at the provider. */
  readonly persona: string
  /** The type of the step, by revision. */
  readonly steps: Map<number, string>
  /** The highest revision so far. */
  revision: number
  /** The last one. */
  outcome?: Outcome
  /** Whether the user's own browser has gone through a consent page and may have brought the consent back. */
  hasConsented: boolean
}

/**
 * What users were shown, across all instances. A contradiction is a violation: an intent that returns to an
 * older revision, has two steps at one revision, or continues after its outcome. Only an expired intent may
 * continue, after its user's own browser has brought a consent back.
 */
export class History {
  readonly intents = new Map<string, IntentHistory>()
  /**
   * Our ids of the accounts that must not be stored at the end: disconnected by their users, or deleted
   * upstream.
   */
  readonly removedAccounts = new Set<string>()
  readonly violations: string[] = []
  readonly #intentByKey = new Map<string, string>()

  /** Records the response to a start. The same idempotency key must always return the same intent. */
  started(userId: string, persona: string, key: string, intent: Intent): void {
    const before = this.#intentByKey.get(key)
    if (before !== undefined && before !== intent.id) {
      this.violate(`user ${userId}: key ${key} started two intents, ${before} and ${intent.id}`)
    }
    this.#intentByKey.set(key, intent.id)
    if (!this.intents.has(intent.id)) {
      this.intents.set(intent.id, { userId, persona, steps: new Map(), revision: 0, hasConsented: false })
    }
    this.observe(intent)
  }

  /** Records that the user's browser goes through a consent page now. */
  consents(id: string): void {
    const intent = this.intents.get(id)
    if (!intent) throw new Error(`Intent ${id} has a consent before it was started.`)
    intent.hasConsented = true
  }

  hasConsented(id: string): boolean {
    return this.intents.get(id)?.hasConsented ?? false
  }

  /** Returns the oldest revision that a call made now may return. */
  oldestAllowed(id: string): number {
    return this.intents.get(id)?.revision ?? 0
  }

  observe({ id, revision, step }: Intent, oldestAllowed = 0): void {
    const intent = this.intents.get(id)
    if (!intent) throw new Error(`Intent ${id} was observed before it was started.`)
    if (revision < oldestAllowed) {
      this.violate(`intent ${id}: went back from revision ${oldestAllowed} to ${revision}`)
    }
    const seen = intent.steps.get(revision)
    if (seen !== undefined && seen !== step.type) {
      this.violate(`intent ${id}: revision ${revision} was ${seen}, then ${step.type}`)
    }
    intent.steps.set(revision, step.type)
    const last = intent.steps.get(intent.revision)
    if (intent.outcome && revision > intent.revision) {
      if (intent.outcome.type === 'expired' && intent.hasConsented) delete intent.outcome
      else this.violate(`intent ${id}: continued after its outcome ${last} with ${step.type}`)
    }
    intent.revision = Math.max(intent.revision, revision)
    if (isOutcome(step)) intent.outcome ??= step
  }

  violate(violation: string): void {
    this.violations.push(violation)
  }
}
