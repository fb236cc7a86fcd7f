import { isFault, type Persona } from '../persona/persona.ts'
import type { SignIn } from '../providers/provider.ts'
import type { Runtime } from '../state/runtime.ts'
import type { PositionAt, StoredIntent } from '../state/state.ts'
import { remove } from '../state/store.ts'
import { newToken } from '../wire/identifiers.ts'
import type { Refusal } from '../wire/refusal.ts'
import { refusals, WireError } from '../wire/wire-error.ts'
import type { Accounts } from './accounts.ts'
import { applyFault, isFirstOccurrence } from './faults.ts'
import { reachOutcome } from './outcomes.ts'

/** An intent whose user is on the provider's consent pages. */
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

/** The intents whose users are on the provider's consent pages. */
export class Consents {
  readonly #runtime: Runtime
  readonly #accounts: Accounts

  constructor(runtime: Runtime, accounts: Accounts) {
    this.#runtime = runtime
    this.#accounts = accounts
  }

  /** Returns the intent of a token; `undefined` if it is unknown, has ended or expired. */
  find(token: unknown): Consent | undefined {
    const { store, timings, now } = this.#runtime
    for (const intent of store.state.intents) {
      const { position, createdAt } = intent
      if (position.at !== 'consent' || position.token !== token) continue
      return createdAt + timings.intentSeconds * 1000 > now() ? { intent, position } : undefined
    }
    return undefined
  }

  /** Removes and returns the intent of a token, so that a token works once. */
  take(token: unknown): Consent | undefined {
    const consent = this.find(token)
    if (!consent) return undefined
    remove(this.#runtime.store.state.intents, ({ id }) => id === consent.intent.id)
    this.#runtime.store.save()
    return consent
  }

  /** Returns whether the provider's pages fail for this person now: once, for the step `oauth-error`. */
  failsFor({ intent }: Consent, persona: Persona): boolean {
    const index = persona.steps.indexOf('oauth-error')
    if (index === -1) return false
    const first = isFirstOccurrence(this.#runtime, intent.provider, persona, index + 1)
    this.#runtime.store.save()
    return first
  }

  /** Links the account of the person who allowed access. Returns the address to send the user to. */
  async settle({ intent, position }: Consent, persona: Persona): Promise<string> {
    const end = await this.link(intent, persona)
    if ('refused' in end) {
      if (!persona.steps.includes('return-with-title')) return this.fail({ intent, position }, end.refused)
      // All that the documentation of `redirect_uri` names of a failure.
      return callbackUrlWith(position, { error_title: end.refused.title })
    }
    return callbackUrlWith(position, {
      account_id: persona.steps.includes('return-without-id') ? undefined : end.linked,
      provider: intent.provider,
      state: intent.state,
    })
  }

  /**
   * Links the account of a person who signed in on the provider's pages. The persona's faults apply. Its
   * checkpoints do not, because the provider's pages would ask for them.
   */
  async link(intent: StoredIntent, persona: Persona): Promise<{ linked: string } | { refused: Refusal }> {
    try {
      for (const [index, step] of persona.steps.entries()) {
        if (isFault(step) && isFirstOccurrence(this.#runtime, intent.provider, persona, index + 1)) {
          await applyFault(this.#runtime, step, { signal: this.#runtime.closing }, intent.api)
          this.#runtime.closing.throwIfAborted()
        }
      }
    } catch (error) {
      if (error instanceof WireError) return { refused: error.refusal }
      throw error
    } finally {
      this.#runtime.store.save()
    }
    const end = reachOutcome(this.#runtime, this.#accounts, intent, persona)
    this.#runtime.store.save()
    if (end.at === 'linked') return { linked: end.accountId }
    return { refused: end.at === 'refused' ? end.refusal : refusals.intentNotFound().refusal }
  }

  /** Returns the address to send the user to after a refused sign-in. */
  fail({ intent, position }: Consent, { type, title, detail }: Refusal): string {
    return callbackUrlWith(position, {
      error_type: type,
      error_title: title,
      error_detail: detail,
      state: intent.state,
    })
  }
}

/**
 * Returns the start's `oauth_callback_redirect_uri` with the outcome in its query. The docs list these
 * parameters for hosted links only; that a consent returns the same ones, with `state`, is an assumption [?].
 */
function callbackUrlWith(
  { redirectUri }: PositionAt<'consent'>,
  parameters: Record<string, string | undefined>,
): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url.href
}
