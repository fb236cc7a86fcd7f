import { ConnectError } from '@connect-account/core/errors'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { UpstreamAccount } from '../../upstream/upstream.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { isWizardIntent } from '../model/wizard.ts'

/** How far Unipile's clock may differ from ours, in milliseconds. */
const CLOCK_SKEW_MS = 300_000

/**
 * Asks Unipile for the account of a consent whose webhook does not come. A new account counts only if the
 * return, which Unipile's state proved, was the first to name it, Unipile created it during this intent, and
 * no user here has it. `undefined`: no account; keep waiting for the webhook.
 * @throws ConnectError if Unipile does not answer.
 */
export async function findReturnedAccount(
  context: IntentContext,
  intent: IntentRecord,
): Promise<UpstreamAccount | undefined> {
  if (intent.mode === 'relink') return findReconnected(context, intent)
  const { returnedAccount } = intent
  if (!returnedAccount || (await context.accounts.findByAccountId(returnedAccount))) return undefined
  const first = await context.intents.firstReturnedWith(returnedAccount)
  if (first?.id !== intent.id) return undefined
  const account = await readIfThere(context, returnedAccount)
  return account && isMadeBy(intent, account) ? account : undefined
}

/** The account is the user's own: it was reconnected if it works. */
async function findReconnected(context: IntentContext, { userId, relinkAccount }: IntentRecord) {
  const known = relinkAccount ? await context.accounts.find(userId, relinkAccount) : undefined
  const account = known && (await readIfThere(context, known.accountId))
  return account?.status === 'running' ? account : undefined
}

function isMadeBy(intent: IntentRecord, { provider, createdAt }: UpstreamAccount): boolean {
  if (!createdAt || !intent.returnedAt) return false
  return (
    (isWizardIntent(intent) || provider === intent.provider) &&
    createdAt.getTime() >= intent.createdAt.getTime() - CLOCK_SKEW_MS &&
    createdAt.getTime() <= intent.returnedAt.getTime() + CLOCK_SKEW_MS
  )
}

async function readIfThere({ upstream }: IntentContext, accountId: string) {
  try {
    return await upstream.readAccount(accountId)
  } catch (error) {
    if (error instanceof ConnectError && error.code === 'account_not_found') return undefined
    throw error
  }
}
