import type { IntentContext } from '../model/intent-context.ts'

/** Removes an account at Unipile that was made for an intent of ours, unless a user here has it. */
export async function removeUnused(
  { accounts, removals, now }: Pick<IntentContext, 'accounts' | 'removals' | 'now'>,
  accountId: string,
): Promise<void> {
  if (await accounts.findByAccountId(accountId)) return
  const at = new Date(now())
  await removals.add(accountId, at, at)
}
