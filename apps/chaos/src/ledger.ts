import { type Intent, isOutcome, type Outcome } from '@connect-account/core/protocol'

/** What one intent's user was told of it. */
interface Told {
  readonly userId: string
  /** The sign-in name at the provider. */
  readonly persona: string
  /** The type of the step, by revision. */
  readonly steps: Map<number, string>
  /** The highest revision so far. */
  revision: number
  outcome?: Outcome
}

/**
 * What users were told, over every instance. Whatever contradicts itself is a violation: an intent that goes back to an older
 * revision, says two things of the same one, or goes on after its end.
 */
export class Ledger {
  readonly intents = new Map<string, Told>()
  /** Our ids of the accounts that are to be gone: disconnected by their users, or removed at Unipile. */
  readonly gone = new Set<string>()
  readonly violations: string[] = []
  readonly #keys = new Map<string, string>()

  /** The answer of a start; the same key has to be answered with the same intent. */
  started(userId: string, persona: string, key: string, intent: Intent): void {
    const before = this.#keys.get(key)
    if (before !== undefined && before !== intent.id) {
      this.violate(`user ${userId}: the key ${key} started two intents, ${before} and ${intent.id}`)
    }
    this.#keys.set(key, intent.id)
    if (!this.intents.has(intent.id)) {
      this.intents.set(intent.id, { userId, persona, steps: new Map(), revision: 0 })
    }
    this.observe(intent)
  }

  /** The revision that no answer to a call that begins now may be older than. */
  floor(id: string): number {
    return this.intents.get(id)?.revision ?? 0
  }

  observe({ id, revision, step }: Intent, floor = 0): void {
    const told = this.intents.get(id)
    if (!told) throw new Error(`The intent ${id} was observed before it was started.`)
    if (revision < floor) this.violate(`intent ${id}: went back from revision ${floor} to ${revision}`)
    const said = told.steps.get(revision)
    if (said !== undefined && said !== step.type) {
      this.violate(`intent ${id}: revision ${revision} was ${said}, then ${step.type}`)
    }
    told.steps.set(revision, step.type)
    const last = told.steps.get(told.revision)
    if (told.outcome && revision > told.revision) {
      this.violate(`intent ${id}: went on from its end ${last} to ${step.type}`)
    }
    told.revision = Math.max(told.revision, revision)
    if (isOutcome(step)) told.outcome ??= step
  }

  violate(what: string): void {
    this.violations.push(what)
  }
}
