import { ConnectError } from '@connect-account/core/errors'
import type { OAuthClient } from '../../consent/oauth-client.ts'
import { errorForLog } from '../../log/error-for-log.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import { secretHash } from '../../tokens/secret-hash.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { randomId } from '../model/random-id.ts'
import { chooseOptions } from '../verbs/choose-options.ts'
import {
  type ConsentCallback,
  type ConsentReturn,
  type RefusedReturn,
  refuseReturn,
} from './consent-callback.ts'
import { removeUnused } from './remove-unused.ts'

/** What a browser brings back from the consent page of the host's own client. */
export interface ClientConsentReturn extends ConsentCallback {
  /** The catalogue's id of the provider whose address it came to. */
  readonly provider: string
}

/**
 * Handles the user's return from the consent page of the host's own OAuth client, once. The tokens go to Unipile and
 * nowhere else. The account that Unipile makes of them waits until the browser that returned confirms it with its
 * user's session, as after every consent.
 */
export async function handleClientConsent(
  context: IntentContext,
  { provider, state, query }: ClientConsentReturn,
): Promise<ConsentReturn | RefusedReturn> {
  const client = context.oauthClients.get(provider)
  const consent = await context.states.verify(state)
  if (!client || consent === 'forged') return { refusal: 'forged' }
  const intent = await context.intents.find(consent.intentId)
  if (!intent) return { refusal: consent.isExpired ? 'expired' : 'forged' }
  // An address of another provider's would send the code there.
  if (intent.userId !== consent.userId || intent.provider !== provider) return { refusal: 'forged' }
  const error = query.get('error')
  if (error) {
    const news = context.upstream.readCallback(new URLSearchParams({ error }))
    return refuseReturn(context, intent, news.type === 'refused' ? news.code : 'consent_failed')
  }
  const returned = await context.intents.markReturned(intent.id, new Date(context.now()), {})
  if (!returned) return { refusal: 'used', intent }
  if (!awaitsCode(returned)) return { intent: returned }
  return giveToUnipile(context, client, returned, { provider, state, query })
}

/** A consent that was given counts even if the intent has expired meanwhile. */
function awaitsCode({ step }: IntentRecord): boolean {
  return step.type === 'consent' || step.type === 'expired'
}

async function giveToUnipile(
  context: IntentContext,
  client: OAuthClient,
  intent: IntentRecord,
  returned: ClientConsentReturn,
): Promise<ConsentReturn> {
  try {
    const result = await startWithTokens(context, client, intent, returned)
    if (result.type === 'account') return await awaitConfirmation(context, intent, result.account.id)
    return { intent: await end(context, intent, errorOf(result)) }
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error
    context.logger.warn({ intent: intent.id, err: errorForLog(error) }, 'A consent of our own client failed')
    return { intent: await end(context, intent, error) }
  }
}

async function startWithTokens(
  context: IntentContext,
  client: OAuthClient,
  { userId, provider, method, state: ownState, linkId, relinkAccount }: IntentRecord,
  { state, query }: ClientConsentReturn,
): Promise<UpstreamResult> {
  const proof = await context.proofs.of(state)
  if (!proof) throw new ConnectError('consent_failed')
  const url = new URL(context.addresses.clientCallback(provider))
  url.search = query.toString()
  const credentials = await client.exchange({ url, state, proof })
  const link = linkId ? await context.links.find(linkId) : undefined
  const account = relinkAccount ? await context.accounts.find(userId, relinkAccount) : undefined
  if (relinkAccount && !account) throw new ConnectError('account_not_found')
  return context.upstream.start({
    provider,
    method,
    credentials,
    state: ownState,
    options: await chooseOptions(context, { userId, provider }, link?.options),
    ...(account ? { accountId: account.accountId } : {}),
  })
}

/** Unipile has the account. It is linked when the browser confirms, and removed if it does not in time. */
async function awaitConfirmation(
  context: IntentContext,
  intent: IntentRecord,
  accountId: string,
): Promise<ConsentReturn> {
  const { intents, timings } = context
  const now = new Date(context.now())
  const isNew = intent.mode === 'link'
  const token = randomId()
  const consented = await intents.markConsented(intent.id, now, { accountId, isNew })
  if (!consented) {
    if (isNew) await removeUnused(context, accountId)
    return { intent }
  }
  await intents.bindReturn(intent.id, { account: accountId, token: secretHash(token) })
  const wait = {
    step: { type: 'loading', id: randomId() },
    expiresAt: new Date(now.getTime() + timings.intentMinutes * 60_000),
  } as const
  const advanced =
    intent.step.type === 'expired'
      ? await intents.reviveExpired(intent.id, now, async () => wait)
      : await intents.advance(intent.id, now, async () => wait)
  return { intent: advanced?.intent ?? consented, token }
}

async function end(
  { intents, now }: IntentContext,
  intent: IntentRecord,
  error: ConnectError,
): Promise<IntentRecord> {
  const ended = await intents.advance(intent.id, new Date(now()), async () => ({ step: failedStep(error) }))
  return ended?.intent ?? intent
}

function errorOf({ type }: UpstreamResult): ConnectError {
  if (type === 'duplicate') return new ConnectError('account_exists')
  if (type === 'restricted') return new ConnectError('account_restricted')
  return new ConnectError(type === 'mismatch' ? 'account_mismatch' : 'consent_failed')
}
