import { ConnectError } from '@connect-account/core/errors'
import type { StartRequest } from '@connect-account/core/protocol'
import type { Session } from '../../session/session-tokens.ts'
import type { LinkRecord } from '../../store/link-store.ts'
import type { IntentContext } from '../model/intent-context.ts'

/**
 * The open link that opened the session. @throws ConnectError `link_not_found`, `link_revoked`, `link_expired`,
 * `link_used` or `link_account_removed`.
 */
export async function openLinkOf(
  context: Pick<IntentContext, 'links' | 'accounts' | 'now'>,
  { link, userId }: Session,
): Promise<LinkRecord | undefined> {
  if (!link) return undefined
  const record = await context.links.find(link.id)
  if (record?.userId !== userId) throw new ConnectError('link_not_found')
  checkOpen(record, context.now())
  await checkAccount(context, record)
  return record
}

/** @throws ConnectError `link_account_removed` if the account that the link reconnects is gone. */
export async function checkAccount(
  { accounts }: Pick<IntentContext, 'accounts'>,
  { userId, relinkAccount }: LinkRecord,
): Promise<void> {
  if (relinkAccount && !(await accounts.find(userId, relinkAccount))) {
    throw new ConnectError('link_account_removed')
  }
}

/** @throws ConnectError `link_revoked`, `link_expired` or `link_used`. */
export function checkOpen({ usedAt, expiresAt, revokedAt }: LinkRecord, now: number): void {
  if (revokedAt) throw new ConnectError('link_revoked')
  if (usedAt) throw new ConnectError('link_used')
  if (expiresAt.getTime() <= now) throw new ConnectError('link_expired')
}

/**
 * The start with what the link sets: the account to reconnect, the sign-in name, and a return from a consent
 * page to the hosted page. The link's own address holds its token and is never stored.
 * @throws ConnectError `link_limited` for what the link does not offer.
 */
export function withinLink<R extends Omit<StartRequest, 'credentials' | 'proxy'>>(
  request: R,
  { options, relinkAccount }: LinkRecord,
  returnTo: string,
): R {
  const { providers, methods, loginHint } = options
  const isOffered =
    (!providers || providers.includes(request.provider)) &&
    (!methods || methods.includes(request.method)) &&
    // Its holder may know the ids of other accounts of its maker's.
    (!request.accountId || request.accountId === relinkAccount)
  if (!isOffered) throw new ConnectError('link_limited')
  return {
    ...request,
    returnTo,
    ...(relinkAccount ? { accountId: relinkAccount } : {}),
    ...(loginHint ? { loginHint } : {}),
  }
}
