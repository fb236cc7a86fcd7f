import { mailServersOf } from '@connect-account/core/catalogue'
import { ConnectError } from '@connect-account/core/errors'
import { trimInvisible } from '@connect-account/core/input'
import { Secret, type StartRequest, type UserProxy } from '@connect-account/core/protocol'
import type { Session } from '../../session/session-tokens.ts'
import type { AccountRecord } from '../../store/account-store.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import { startMail } from '../mailbox/start-mail.ts'
import { isEarlyCancel } from '../model/early-cancel.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { randomId } from '../model/random-id.ts'
import { applyResult } from '../settling/apply-result.ts'
import { askConsent } from './ask-consent.ts'
import { checkStart } from './check-start.ts'
import { chooseOptions } from './choose-options.ts'
import { chooseProxy } from './choose-proxy.ts'
import { atRefusedField } from './refused-field.ts'
import { knownLoginHint, signInOf } from './sign-in.ts'
import { tidyProxy } from './tidy-input.ts'
import { checkUserProxy } from './user-proxy.ts'
import { openLinkOf, withinLink } from './within-link.ts'

export interface StartIntentInput extends Omit<StartRequest, 'credentials' | 'proxy'> {
  readonly credentials?: Secret<Record<string, string>>
  /** The user's own. */
  readonly proxy?: Secret<UserProxy>
  /** The same for each repetition of the same attempt. */
  readonly idempotencyKey?: string
  /** The agent of the user's browser. */
  readonly userAgent?: string
  /** The user's country (ISO 3166-1 alpha-2), if it is known. */
  readonly country?: string
}

/**
 * Starts an intent, or returns the one that was started under the same key. The row exists before Unipile is
 * called, so that a repetition never starts a second one.
 * @throws ConnectError when the provider refuses the start: the intent has then ended as failed.
 */
export async function startIntent(
  context: IntentContext,
  session: Session,
  input: StartIntentInput,
): Promise<IntentRecord> {
  const { credentials: typed, proxy, idempotencyKey = randomId(), userAgent, country, ...asked } = input
  const link = await openLinkOf(context, session)
  const request = link ? withinLink(asked, link, context.addresses.hostedPage()) : asked
  const { method, credentials: form } = checkStart(
    session,
    typed ? { ...request, credentials: typed.reveal() } : request,
    context.upstream,
  )
  const credentials = typed && new Secret(form)
  const userProxy = proxy && tidyProxy(proxy)
  const { provider } = request
  if (userProxy) await checkUserProxy(context, userProxy, { userId: session.userId, provider, method })
  const consent = method.kind === 'consent'
  if (consent && request.returnTo) context.addresses.checkReturn(request.returnTo)
  const account = request.accountId ? await findAccount(context, session, request) : undefined
  const loginHint =
    trimInvisible(request.loginHint ?? '') ||
    (account && consent ? knownLoginHint(account.name, await context.accounts.signInOf(account)) : '')

  const now = context.now()
  const id = randomId()
  const expiresAt = new Date(now + context.timings.intentMinutes * 60_000)
  const client = consent ? context.oauthClients.get(provider) : undefined
  const callbackUrl =
    consent && !client
      ? await context.addresses.callback({ intentId: id, userId: session.userId }, expiresAt)
      : undefined
  const { intent, created } = await context.intents.add({
    id,
    userId: session.userId,
    provider,
    method: method.id,
    mode: account ? 'relink' : 'link',
    ...(account ? { relinkAccount: account.id } : {}),
    idempotencyKey,
    ...(link ? { linkId: link.id } : {}),
    state: randomId(),
    signIn: signInOf(method, form, loginHint),
    ...(consent ? { display: request.display ?? 'redirect' } : {}),
    ...(consent && request.returnTo ? { returnTo: request.returnTo } : {}),
    step: { type: 'loading', id: randomId() },
    createdAt: new Date(now),
    expiresAt,
  })
  if (!created) return repeated(intent, session, request, account)

  const result = await askUpstream(context, intent, async () => {
    const { userId, state } = intent
    const options = await chooseOptions(context, { userId, provider }, link?.options)
    if (client) return askConsent(context, client, intent, { loginHint, scopes: options.scopes })
    const question = { userId, provider, ...(country ? { country } : {}) }
    const proxy = link?.options.proxy
      ? { auto: link.options.proxy }
      : await chooseProxy(context, question, userProxy)
    const start = {
      provider,
      method: method.id,
      state,
      ...(credentials ? { credentials } : {}),
      ...(userAgent ? { userAgent } : {}),
      ...(callbackUrl ? { callbackUrl } : {}),
      ...(loginHint ? { loginHint } : {}),
      ...(proxy ? { proxy } : {}),
      options,
      ...(account ? { accountId: account.accountId } : {}),
    }
    try {
      return await (mailServersOf(provider, method.id)
        ? startMail(context, start)
        : context.upstream.start(start))
    } catch (error) {
      throw atRefusedField(error, method)
    }
  })
  const applied = await applyResult(context, intent.id, {
    result,
    from: intent.checkpointId ?? '',
    polled: false,
    seen: intent,
  })
  return applied.intent
}

async function findAccount(
  context: IntentContext,
  session: Session,
  { accountId, provider }: StartRequest,
): Promise<AccountRecord> {
  const account = accountId ? await context.accounts.find(session.userId, accountId) : undefined
  if (!account) throw new ConnectError('account_not_found')
  if (account.provider !== provider) {
    throw new ConnectError('invalid_request', {
      fields: [{ name: 'accountId', code: 'other_provider' }],
    })
  }
  return account
}

function repeated(
  intent: IntentRecord,
  session: Session,
  request: StartRequest,
  account: AccountRecord | undefined,
): IntentRecord {
  if (isEarlyCancel(intent)) return intent
  const same =
    intent.provider === request.provider &&
    intent.method === request.method &&
    intent.linkId === (session.link?.id ?? null) &&
    intent.relinkAccount === (account?.id ?? null)
  if (!same) throw new ConnectError('idempotency_conflict')
  return intent
}

/** Other users are not offered what Unipile does not have. */
async function noteRefused(
  { refusedMethods, logger, now }: IntentContext,
  { provider, method }: IntentRecord,
): Promise<void> {
  logger.error(
    { provider, method },
    'Unipile does not know this provider or method. It is not offered for a while (timings.unsupportedMinutes)',
  )
  await refusedMethods.note({ provider, method }, new Date(now()))
}

/** A start that fails or is refused ends the intent. */
async function askUpstream(
  context: IntentContext,
  intent: IntentRecord,
  ask: () => Promise<UpstreamResult>,
): Promise<UpstreamResult> {
  try {
    return await ask()
  } catch (error) {
    const refusal = error instanceof ConnectError ? error : new ConnectError('internal_error')
    if (refusal.code === 'provider_not_supported') await noteRefused(context, intent)
    await context.intents.advance(intent.id, new Date(context.now()), async () => ({
      step: failedStep(refusal),
    }))
    throw error
  }
}
