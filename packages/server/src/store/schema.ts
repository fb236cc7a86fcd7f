import { readStep, type Step } from '@connect-account/core/protocol'
import { sql } from 'drizzle-orm'
import {
  boolean,
  customType,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

/** The tables. No column ever holds a secret: no credential, code, token, cookie or key. */

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** A protocol step, parsed when it is read: a row of another version must not pass unseen. */
const step = customType<{ data: Step; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: readStep,
})

export const accountsTable = pgTable(
  'connect_accounts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** The host's own id of its user. */
    userId: text('user_id').notNull(),
    /** The provider's id in the catalogue. */
    accountType: text('account_type').notNull(),
    /** Unipile's id; never shown to a browser. */
    accountId: text('account_id').notNull(),
    status: text('status').notNull(),
    statusReason: text('status_reason'),
    /** When Unipile says that the status began: an older report does not replace a newer one. */
    statusAt: moment('status_at').notNull(),
    name: text('name'),
    /** The owner's id at the provider. */
    providerUserId: text('provider_user_id').notNull(),
    lastUpdate: moment('last_update').notNull(),
    createdOn: moment('created_on').notNull(),
  },
  (table) => [
    uniqueIndex('connect_accounts_account_id').on(table.accountId),
    index('connect_accounts_user').on(table.userId, table.createdOn),
  ],
)

export const intentsTable = pgTable(
  'connect_intents',
  {
    /** Opaque and random: what the browser knows the intent by. */
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    provider: text('provider').notNull(),
    method: text('method').notNull(),
    mode: text('mode', { enum: ['link', 'relink'] }).notNull(),
    /** Our id of the account to connect again. */
    relinkAccount: uuid('relink_account'),
    idempotencyKey: text('idempotency_key').notNull(),
    /** Given to Unipile as `state`, comes back in its webhooks; random, and known to nobody else. */
    state: text('state').notNull(),
    upstreamIntentId: text('upstream_intent_id'),
    /** Where the user goes after the provider's consent page: an address on an allowed origin. */
    returnTo: text('return_to'),
    /** How the consent page is shown; null for a method that has none. */
    display: text('display', { enum: ['redirect', 'popup'] }),
    /** When the user came back from the consent page: it counts once. */
    returnedAt: moment('returned_at'),
    revision: integer('revision').notNull(),
    step: step('step').notNull(),
    /** The current checkpoint's id; null once the intent has ended. */
    checkpointId: text('checkpoint_id'),
    /** While set and in the future, somebody's answer is on its way to Unipile. */
    busyUntil: moment('busy_until'),
    /** Whether a scan, an approval or the provider's work is awaited. */
    awaiting: boolean('awaiting').notNull(),
    nextPollAt: moment('next_poll_at').notNull(),
    /** How many questions in a row could not be asked. */
    faults: integer('faults').notNull(),
    /** The instance that waits, and until when it has the right to. */
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (table) => [
    uniqueIndex('connect_intents_idempotency').on(table.userId, table.idempotencyKey),
    uniqueIndex('connect_intents_state').on(table.state),
    index('connect_intents_awaiting').on(table.nextPollAt).where(sql`${table.awaiting}`),
    index('connect_intents_open').on(table.expiresAt).where(sql`${table.endedAt} is null`),
  ],
)

export const webhookEventsTable = pgTable('connect_webhook_events', {
  /** Unipile's id of the event: deliveries repeat. */
  id: text('id').primaryKey(),
  type: text('type').notNull(),
  receivedAt: moment('received_at').notNull(),
})
