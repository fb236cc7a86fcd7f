import type { Account } from '@connect-account/core/protocol'
import { mayLink, type Session } from '../session/session-tokens.ts'
import { type AccountStore, publicAccount } from '../store/account-store.ts'

/** The user's accounts as the browser may see them, of the session's providers only, the oldest first. */
export async function presentAccounts(accounts: AccountStore, session: Session): Promise<Account[]> {
  const records = await accounts.list(session.userId)
  return records.filter(({ provider }) => mayLink(session, provider)).map(publicAccount)
}
