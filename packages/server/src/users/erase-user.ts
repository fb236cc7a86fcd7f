import { checkUserId } from '../session/check-user-id.ts'
import type { UserRows } from '../store/user-rows.ts'

/** What was there of a user. */
export interface ErasedUser {
  /** How many accounts were disconnected. */
  readonly accounts: number
  /** How many open intents were canceled. */
  readonly intents: number
  /** How many hosted links were removed. */
  readonly links: number
}

export interface EraseContext {
  readonly rows: UserRows
  /** Cancels an open intent; a no-op if it has ended. */
  readonly cancel: (intentId: string) => Promise<void>
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Erases a user. Open intents are canceled first, so that nothing is linked meanwhile. Every step commits by
 * itself and can be repeated: after a failure, the next call does the rest.
 */
export async function eraseUser({ rows, cancel, now }: EraseContext, userId: string): Promise<ErasedUser> {
  checkUserId('users.erase', userId)
  const open = await rows.listOpenIntents(userId)
  for (const id of open) await cancel(id)
  const accounts = await rows.disconnectAll(userId, new Date(now()))
  const links = await rows.anonymize(userId)
  return { accounts: accounts.length, intents: open.length, links }
}
