import { ConnectError } from '@connect-account/core/errors'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { randomId } from '../model/random-id.ts'
import { chooseOptions } from '../verbs/choose-options.ts'

/**
 * A consent's return says that the account exists at Unipile, and no user here has it, because a webhook was
 * lost or a backup was restored. Anyone can type a return, so the user gives the consent once more, to
 * reconnect this very account: then Unipile compares the identities, and its signed webhook proves the owner.
 * @returns where the user goes; `undefined` if there is nothing to prove.
 */
export async function proveOwnership(
  context: IntentContext,
  intent: IntentRecord,
  accountId: string,
): Promise<string | undefined> {
  const { accounts, intents, upstream, links, addresses, logger, now } = context
  const { id, userId, provider, method, state, linkId, mode } = intent
  // Once per intent.
  if (mode !== 'link' || intent.returnedAccount || intent.step.type !== 'consent') return undefined
  if (await accounts.findByAccountId(accountId)) return undefined
  try {
    const account = await upstream.readAccount(accountId)
    if (account.provider !== provider) return undefined
    const link = linkId ? await links.find(linkId) : undefined
    const options = await chooseOptions(context, { userId, provider }, link?.options)
    const result = await upstream.start({
      provider,
      method,
      state,
      accountId,
      callbackUrl: await addresses.callback({ intentId: id, userId }, intent.expiresAt),
      options,
    })
    if (result.type !== 'checkpoint' || result.checkpoint.type !== 'consent') return undefined
    const step = { ...result.checkpoint, id: randomId() }
    if (!(await intents.markKnownAccount(id, accountId))) return undefined
    const advanced = await intents.advance(id, new Date(now()), async (current) =>
      current.step.type === 'consent' ? { step } : undefined,
    )
    return advanced?.changed ? step.url : undefined
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error
    logger.warn({ intent: id, code: error.code }, 'Could not ask for the consent to a known account')
    return undefined
  }
}
