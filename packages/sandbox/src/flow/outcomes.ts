import type { Persona } from '../persona/persona.ts'
import { providerById } from '../providers/index.ts'
import type { SandboxProvider } from '../providers/provider.ts'
import type { Runtime } from '../state/runtime.ts'
import type { Position, PositionAt, StoredIntent } from '../state/state.ts'
import { newId } from '../wire/identifiers.ts'
import type { Refusal } from '../wire/refusal.ts'
import { refusals } from '../wire/wire-error.ts'
import type { Accounts } from './accounts.ts'
import { forgetFaults } from './faults.ts'

/** Ends a script after the last checkpoint: links or reconnects the account, or refuses it. */
export function reachOutcome(
  runtime: Runtime,
  accounts: Accounts,
  intent: StoredIntent,
  persona: Persona,
): Position {
  forgetFaults(runtime, intent.provider, persona)
  const provider = providerById(intent.provider)
  if (!provider) return refused(refusals.unknownProvider(intent.provider).refusal)
  if (persona.end === 'restricted') return refused(restriction(provider, provider.userId(persona.signInName)))
  if (persona.end === 'mismatch') return refused(mismatch)

  if (intent.accountId !== undefined) {
    const account = runtime.store.account(intent.accountId, intent.api)
    if (!account) return refused(refusals.accountNotFound().refusal)
    if (account.signInName !== persona.signInName) return refused(mismatch)
    accounts.reconnect(account, intent)
    return { at: 'linked', accountId: account.id }
  }

  const known = runtime.store.accountOf(intent.api, provider.id, persona.signInName)
  if (known) return refused(alreadyExists(known.id))
  // It belongs to another application, whose accounts this API key cannot read.
  if (persona.end === 'duplicate') return refused(alreadyExists(newId('acc')))
  return { at: 'linked', accountId: accounts.link(provider, persona, intent).id }
}

export function refused(refusal: Refusal): PositionAt<'refused'> {
  return { at: 'refused', refusal }
}

export const declined: Refusal = {
  status: 401,
  type: 'provider/invalid_authorization',
  title: 'The sign-in was declined on the phone',
}

const mismatch: Refusal = {
  status: 401,
  type: 'provider/account_mismatch',
  title: 'A different account signed in than the one to reconnect',
}

function alreadyExists(accountId: string): Refusal {
  return {
    status: 403,
    type: 'api/already_exists',
    title: 'This account is already linked',
    detail: accountId,
  }
}

/** The docs say that the detail holds the reason and the provider's user id, but not in which form [?]. */
function restriction(provider: SandboxProvider, userId: string): Refusal {
  return {
    status: 403,
    type: 'api/account_restricted',
    title: 'This account cannot be linked',
    detail: `${provider.label} restricted this account after unusual activity (provider user id: ${userId})`,
  }
}
