import { ACCOUNT_CHANNEL } from './account-store.ts'
import { type ChangeFeed, openChangeFeed } from './change-feed.ts'
import type { Database } from './database.ts'
import { INTENT_CHANNEL, WAIT_CHANNEL } from './intent-store.ts'
import { OUTBOX_CHANNEL } from './outbox-store.ts'
import { REMOVAL_CHANNEL } from './removal-store.ts'
import { WEBHOOK_CHANNEL } from './webhook-event-store.ts'

export interface Feeds {
  /** By an intent's id. */
  readonly intents: ChangeFeed
  /** By a user's `accountFeedKey`. */
  readonly accounts: ChangeFeed
  /** Webhook events that have come in: one key for all, `''`. */
  readonly webhooks: ChangeFeed
  /** Awaited intents that an instance has handed over: one key for all, `''`. */
  readonly waits: ChangeFeed
  /** Accounts to remove at Unipile: one key for all, `''`. */
  readonly removals: ChangeFeed
  /** Events for the host: one key for all, `''`. */
  readonly outbox: ChangeFeed
  close(): Promise<void>
}

/** Listens for everything that other instances may have done. */
export async function openFeeds(database: Pick<Database, 'listen'>): Promise<Feeds> {
  const opened: ChangeFeed[] = []
  async function open(channel: string): Promise<ChangeFeed> {
    const feed = await openChangeFeed(database, channel)
    opened.push(feed)
    return feed
  }
  async function close() {
    await Promise.all(opened.map((feed) => feed.close()))
  }
  try {
    return {
      intents: await open(INTENT_CHANNEL),
      accounts: await open(ACCOUNT_CHANNEL),
      webhooks: await open(WEBHOOK_CHANNEL),
      waits: await open(WAIT_CHANNEL),
      removals: await open(REMOVAL_CHANNEL),
      outbox: await open(OUTBOX_CHANNEL),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
