import type { Outcome } from '@connect-account/core/protocol'
import { type LinkedAccount, publicAccount } from '../../store/account-store.ts'
import type { IntentRecord, Stores } from '../../store/intent-store.ts'
import { accountEvent } from '../../store/new-host-event.ts'
import type { UpstreamAccount } from '../../upstream/upstream.ts'
import { failedStep } from '../model/failed-step.ts'
import { isWizardIntent } from '../model/wizard.ts'

/** An account that Unipile has linked for an intent. */
interface FoundAccount {
  readonly account: UpstreamAccount
  /** Whether it is new at Unipile: then it is removed there if it cannot be linked here. */
  readonly isNew: boolean
}

/**
 * Links the account to the intent's user, or refreshes it if it is theirs already. An intent of a one-time link
 * uses the link up, or is refused if another one has or the link was revoked. Call it in a transaction. It locks
 * the link, then the account, as every transaction that needs both. Tells the host of an account that was linked.
 * @returns how the intent ends.
 */
export async function linkAccount(
  intent: IntentRecord,
  stores: Stores,
  { account, isNew }: FoundAccount,
  now: number,
): Promise<Outcome> {
  const { accounts, links, removals, outbox } = stores
  const { linkId, relinkAccount, userId, mode } = intent
  const at = new Date(now)

  /** The account that this intent has made belongs to no user. */
  async function refuse(outcome: Outcome): Promise<Outcome> {
    if (isNew && !(await accounts.findByAccountId(account.id))) await removals.add(account.id, at, at)
    return outcome
  }

  const ended = linkId ? await links.lockOpen(linkId) : undefined
  if (ended) return refuse(failedStep({ code: ended, detail: undefined }))
  if (relinkAccount) {
    const expected = await accounts.find(userId, relinkAccount)
    if (!expected) return refuse(failedStep({ code: 'account_not_found', detail: undefined }))
    if (expected.accountId !== account.id) return refuse({ type: 'mismatch' })
  }
  const linked = await accounts.link(linkedAccount(intent, account), at)
  if (!linked) return { type: 'duplicate' }
  if (linkId) await links.markUsed(linkId, at, linked)
  const type = mode === 'link' ? 'linked' : 'relinked'
  await outbox.add([accountEvent(`account.${type}`, linked)], at)
  return { type, account: publicAccount(linked) }
}

/** Unipile's account as the intent's user links it. */
export function linkedAccount(intent: IntentRecord, account: UpstreamAccount): LinkedAccount {
  return {
    userId: intent.userId,
    provider: providerOf(intent, account),
    accountId: account.id,
    providerUserId: account.providerUserId,
    status: account.status,
    ...(account.name ? { name: account.name } : {}),
    ...(account.initialSync ? { initialSync: account.initialSync } : {}),
    ...(intent.signIn ? { signIn: intent.signIn } : {}),
    intentId: intent.id,
    mode: intent.mode,
  }
}

/** In a wizard the user chooses the provider there. */
function providerOf({ method, provider }: IntentRecord, account: UpstreamAccount): string {
  return isWizardIntent({ method }) && account.provider ? account.provider : provider
}
