import { ConnectError } from '@connect-account/core/errors'
import { mayLink, type Session } from '../session/session-tokens.ts'
import type { AccountRecord, AccountStore } from '../store/account-store.ts'
import type { LinkStore } from '../store/link-store.ts'

/**
 * @throws ConnectError `account_not_found`, also if it is another user's or beyond the session: nothing is
 *   revealed.
 */
export async function ownAccount(
  accounts: AccountStore,
  session: Session,
  id: string,
): Promise<AccountRecord> {
  const account = await accounts.find(session.userId, id)
  if (!account || !mayLink(session, account.provider)) throw new ConnectError('account_not_found')
  return account
}

/**
 * The same for a session that a link opened: it reads only the account that the link is to reconnect.
 * @throws ConnectError `account_not_found` or `link_revoked`.
 */
export async function accountToReconnect(
  { accounts, links }: { readonly accounts: AccountStore; readonly links: Pick<LinkStore, 'find'> },
  session: Session,
  id: string,
): Promise<AccountRecord> {
  const link = session.link && (await links.find(session.link.id))
  if (session.link && link?.relinkAccount !== id) throw new ConnectError('account_not_found')
  if (link?.revokedAt) throw new ConnectError('link_revoked')
  return ownAccount(accounts, session, id)
}
