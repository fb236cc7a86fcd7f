import { ConnectError } from '@connect-account/core/errors'
import { mayLink, type Session } from '../session/session-tokens.ts'
import type { AccountRecord, AccountStore } from '../store/account-store.ts'

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
