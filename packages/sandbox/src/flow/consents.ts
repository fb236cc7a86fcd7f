import { isFault, type Persona } from '../persona/persona.ts'
import type { SignIn } from '../providers/provider.ts'
import type { Runtime } from '../state/runtime.ts'
import type { PositionAt, StoredIntent } from '../state/state.ts'
import { remove } from '../state/store.ts'
import { newToken } from '../wire/identifiers.ts'
import type { Refusal } from '../wire/refusal.ts'
import { refusals, WireError } from '../wire/wire-error.ts'
import type { Accounts } from './accounts.ts'
import { reachEnd } from './ends.ts'
import { isFirstMeeting, strike } from './faults.ts'

/** An intent whose user is at the provider's own pages. */
export interface Consent {
  readonly intent: StoredIntent
  readonly position: PositionAt<'consent'>
}

export function awaitConsent(signIn: Extract<SignIn, { by: 'consent' }>): PositionAt<'consent'> {
  return {
    at: 'consent',
    token: newToken(),
    redirectUri: signIn.redirectUri,
    ...(signIn.loginHint !== undefined && { loginHint: signIn.loginHint }),
  }
}

/** The intents that wait for a user to come back from the provider's own pages. */
export class Consents {
  readonly #runtime: Runtime
  readonly #accounts: Accounts

  constructor(runtime: Runtime, accounts: Accounts) {
    this.#runtime = runtime
    this.#accounts = accounts
  }

  /** The intent that a user went away with; `undefined` when it is unknown, over or too old. */
  find(token: unknown): Consent | undefined {
    const { store, timings, now } = this.#runtime
    for (const intent of store.state.intents) {
      const { position, createdAt } = intent
      if (position.at !== 'consent' || position.token !== token) continue
      return createdAt + timings.intentSeconds * 1000 > now() ? { intent, position } : undefined
    }
    return undefined
  }

  /** Takes an intent out for its one end: whoever comes back with the same token again finds nothing. */
  take(token: unknown): Consent | undefined {
    const consent = this.find(token)
    if (!consent) return undefined
    remove(this.#runtime.store.state.intents, ({ id }) => id === consent.intent.id)
    this.#runtime.store.save()
    return consent
  }

  /** Whether the provider's pages fail for this person now (the step `oauth-error`), which happens once. */
  breaksFor({ intent }: Consent, persona: Persona): boolean {
    const place = persona.steps.indexOf('oauth-error')
    if (place === -1) return false
    const first = isFirstMeeting(this.#runtime, intent.provider, persona, place + 1)
    this.#runtime.store.save()
    return first
  }

  /**
   * Links the account of whoever gave the consent, and tells where to send the user. Faults strike on the way; checkpoints are
   * the provider's own affair here, and none is asked.
   */
  async settle({ intent, position }: Consent, persona: Persona): Promise<string> {
    const end = await this.link(intent, persona)
    if ('refused' in end) return this.fail({ intent, position }, end.refused)
    return goBack(position, { account_id: end.linked, provider: intent.provider, state: intent.state })
  }

  /** Links the account of whoever signed in on pages of their own; faults strike on the way, checkpoints are not asked. */
  async link(intent: StoredIntent, persona: Persona): Promise<{ linked: string } | { refused: Refusal }> {
    try {
      for (const [index, step] of persona.steps.entries()) {
        if (isFault(step) && isFirstMeeting(this.#runtime, intent.provider, persona, index + 1)) {
          await strike(this.#runtime, step, { signal: this.#runtime.closing })
          this.#runtime.closing.throwIfAborted()
        }
      }
    } catch (error) {
      if (error instanceof WireError) return { refused: error.refusal }
      throw error
    } finally {
      this.#runtime.store.save()
    }
    const end = reachEnd(this.#runtime, this.#accounts, intent, persona)
    this.#runtime.store.save()
    if (end.at === 'linked') return { linked: end.accountId }
    return { refused: end.at === 'refused' ? end.refusal : refusals.intentNotFound().refusal }
  }

  /** Tells where to send a user whose sign-in came to nothing. */
  fail({ intent, position }: Consent, { type, title, detail }: Refusal): string {
    return goBack(position, {
      error_type: type,
      error_title: title,
      error_detail: detail,
      state: intent.state,
    })
  }
}

/**
 * The address that the start named, with the outcome in its query. The wire has these parameters for hosted links only; that
 * an OAuth start gets the same, with `state`, is an assumption [?].
 */
function goBack(
  { redirectUri }: PositionAt<'consent'>,
  parameters: Record<string, string | undefined>,
): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url.href
}
