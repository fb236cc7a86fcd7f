import type { ErrorCode } from '@connect-account/core/errors'
import type { IntentRecord } from '../../store/intent-store.ts'
import { mayLinkAccount } from '../model/by-consent.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { applyResult } from './apply-result.ts'
import { removeUnused } from './remove-unused.ts'

/**
 * Settles a consent once both are known: the account that the signed webhook named, and that the browser which
 * returned with it has its user's session. Until then it changes nothing. Running it twice does no harm.
 * @throws ConnectError if Unipile does not answer.
 */
export async function settleConsent(context: IntentContext, intent: IntentRecord): Promise<IntentRecord> {
  const { consentedAccount, consentedNew, confirmedAt } = intent
  if (!consentedAccount || !confirmedAt) return intent
  if (!mayLinkAccount(intent, consentedAccount, context)) {
    return refuseConsent(context, intent, 'consent_elsewhere')
  }
  const account = await context.upstream.readAccount(consentedAccount)
  const settled = await applyResult(context, intent.id, {
    result: { type: 'account', account },
    from: '',
    polled: false,
    isNew: consentedNew ?? false,
  })
  await context.intents.settleConsented(intent.id)
  return settled.intent
}

/** Links nothing: an open intent ends, and what was consented is removed at Unipile. */
export async function refuseConsent(
  context: IntentContext,
  intent: IntentRecord,
  code: Extract<ErrorCode, 'consent_elsewhere' | 'consent_unconfirmed'>,
): Promise<IntentRecord> {
  const { intents } = context
  const ended = await intents.advance(intent.id, new Date(context.now()), async () => ({
    step: failedStep({ code, detail: undefined }),
  }))
  const { consentedAccount, consentedNew } = ended?.intent ?? intent
  if (consentedAccount && consentedNew) await removeUnused(context, consentedAccount)
  await intents.settleConsented(intent.id)
  return ended?.intent ?? intent
}
