import type { AccountRecord, AccountStore, LinkedAccount } from '../../store/account-store.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { EndedLink, LinkStore } from '../../store/link-store.ts'
import type { UpstreamAccount } from '../../upstream/upstream.ts'
import { isWizardIntent } from '../model/wizard.ts'

/**
 * Links the account to the intent's user, or refreshes it if it is theirs already; `undefined` if it is
 * another user's. An intent of a one-time link uses the link up, or is refused if another one has, or the link was
 * revoked. Call it in a transaction.
 */
export async function linkAccount(
  accounts: AccountStore,
  links: LinkStore,
  intent: IntentRecord,
  account: UpstreamAccount,
  now: number,
): Promise<AccountRecord | EndedLink | undefined> {
  const { linkId } = intent
  const ended = linkId ? await links.lockOpen(linkId) : undefined
  if (ended) return ended
  const linked = await accounts.link(linkedAccount(intent, account), new Date(now))
  if (linked && linkId) await links.markUsed(linkId, new Date(now), linked)
  return linked
}

/** Whether an attempt to reconnect an account has led to another one. */
export async function isMismatch(
  accounts: AccountStore,
  { userId, relinkAccount }: IntentRecord,
  accountId: string,
): Promise<boolean> {
  const expected = relinkAccount ? await accounts.find(userId, relinkAccount) : undefined
  return expected !== undefined && expected.accountId !== accountId
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
