import { readStep, type Step } from '@connect-account/core/protocol'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { UpstreamEvent } from '../upstream-event.ts'
import type { HostEvent } from './host-event.ts'

/** The tables. No column ever holds a secret: no credential, code, token, cookie or key. */

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** A protocol step, parsed when it is read: a row of another version must not pass unseen. */
const step = customType<{ data: Step; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: readStep,
})

/** A sign-in without its secrets: no password, no cookie. */
export interface SignIn {
  /** The method's id in the catalogue. */
  readonly method: string
  /** By field name. */
  readonly values: Readonly<Record<string, string>>
}

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
    /** The owner's name at the provider. */
    name: text('name'),
    /** What the user calls the account instead. */
    label: text('label'),
    /** How far Unipile's first import of messages is; null if the provider has none. */
    initialSync: text('initial_sync', { enum: ['pending', 'running', 'failed', 'completed'] }),
    /** The owner's id at the provider. */
    providerUserId: text('provider_user_id').notNull(),
    /** How the user last signed in, to fill in a reconnect's form. */
    signIn: jsonb('sign_in').$type<SignIn>(),
    lastUpdate: moment('last_update').notNull(),
    createdOn: moment('created_on').notNull(),
  },
  (table) => [
    uniqueIndex('connect_accounts_account_id').on(table.accountId),
    index('connect_accounts_user').on(table.userId, table.createdOn, table.id),
    index('connect_accounts_created').on(table.createdOn, table.id),
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
    /** The one-time link that the intent was started from. */
    linkId: text('link_id'),
    /** Given to Unipile as `state`, returned in its webhooks and to the browser; random. */
    state: text('state').notNull(),
    upstreamIntentId: text('upstream_intent_id'),
    /** Where the user goes after the provider's consent page: an address on an allowed origin. */
    returnTo: text('return_to'),
    /** What the user filled in, without secrets: kept with the account that it links. */
    signIn: jsonb('sign_in').$type<SignIn>(),
    /** How the consent page is shown; null for a method that has none. */
    display: text('display', { enum: ['redirect', 'popup'] }),
    /** When the user returned from the consent page: it counts once. */
    returnedAt: moment('returned_at'),
    /** Unipile's id of the account that the return named. It proves nothing by itself. */
    returnedAccount: text('returned_account'),
    /** SHA-256 of the token that only the browser of the first return got, as hex; null once it was used. */
    returnToken: text('return_token'),
    /** When a session of its user brought that token. */
    confirmedAt: moment('confirmed_at'),
    /** Unipile's id of the account that the signed webhook named. It is linked once the return is confirmed. */
    consentedAccount: text('consented_account'),
    /** Whether that account is new at Unipile. */
    consentedNew: boolean('consented_new'),
    /** When the webhook named it; null once the account was linked or removed. */
    consentedAt: moment('consented_at'),
    revision: integer('revision').notNull(),
    step: step('step').notNull(),
    /** The current checkpoint's id; null once the intent has ended. */
    checkpointId: text('checkpoint_id'),
    /** While set and in the future, a request acts on the checkpoint. */
    busyUntil: moment('busy_until'),
    /** Whether a scan, an approval or the provider's work is awaited. */
    awaiting: boolean('awaiting').notNull(),
    nextPollAt: moment('next_poll_at').notNull(),
    /** How many polls in a row have failed. */
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
    index('connect_intents_returned')
      .on(table.returnedAt)
      .where(sql`${table.returnedAt} is not null and ${table.endedAt} is null`),
    index('connect_intents_returned_account')
      .on(table.returnedAccount)
      .where(sql`${table.returnedAccount} is not null`),
    index('connect_intents_unconfirmed').on(table.returnedAt).where(sql`${table.returnToken} is not null`),
    index('connect_intents_consented').on(table.consentedAt).where(sql`${table.consentedAt} is not null`),
    index('connect_intents_ended').on(table.endedAt).where(sql`${table.endedAt} is not null`),
    index('connect_intents_link').on(table.linkId).where(sql`${table.linkId} is not null`),
  ],
)

/** The inbox: an event is stored and acknowledged, then applied by the instance that claims it. */
export const webhookEventsTable = pgTable(
  'connect_webhook_events',
  {
    /** Unipile's id of the event: deliveries repeat. */
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    receivedAt: moment('received_at').notNull(),
    /** Null once it was applied. */
    event: jsonb('body').$type<UpstreamEvent>(),
    /** When it is to be applied or tried again; while an instance applies it, when another one may. */
    dueAt: moment('due_at').notNull().defaultNow(),
    /** How often it was tried. */
    attempts: integer('attempts').notNull().default(0),
    /** The error code of the last try. */
    failure: text('failure'),
    /** When it was applied, or given up. */
    settledAt: moment('processed_at'),
  },
  (table) => [
    index('connect_webhook_events_due').on(table.dueAt).where(sql`${table.settledAt} is null`),
    index('connect_webhook_events_received').on(table.receivedAt),
  ],
)

/** One-time links to the hosted page. */
export const linksTable = pgTable(
  'connect_links',
  {
    /** SHA-256 of the link's token, as hex: the token itself is with its holder only. */
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    /** What the link offers and how its page looks; never a secret. */
    options: jsonb('options').$type<unknown>().notNull(),
    /** Our id of the account to connect again. */
    relinkAccount: uuid('relink_account'),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** When an account was linked by it: it links one. */
    usedAt: moment('used_at'),
    /** `user`: a user made it without the host, and may see and revoke it. */
    madeBy: text('made_by', { enum: ['host', 'user'] })
      .notNull()
      .default('host'),
    /** SHA-256, as hex, of what the browser keeps that continued with the link first. */
    browser: text('browser'),
    /** When that was. */
    openedAt: moment('opened_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    index('connect_links_expiry').on(table.expiresAt),
    index('connect_links_user').on(table.userId, table.createdAt, table.id),
  ],
)

/** Emails to owners whose account needs them: at most one per account per day. */
export const noticesTable = pgTable(
  'connect_notices',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    account: uuid('account')
      .notNull()
      .references(() => accountsTable.id, { onDelete: 'cascade' }),
    /** The day in UTC. */
    day: date('day', { mode: 'string' }).notNull(),
    /** The account's status when it was planned. */
    status: text('status').notNull(),
    /** When it is to be sent or tried again. */
    dueAt: moment('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    failure: text('failure'),
    /** When it was sent, or given up. */
    settledAt: moment('settled_at'),
  },
  (table) => [
    uniqueIndex('connect_notices_account_day').on(table.account, table.day),
    index('connect_notices_due').on(table.dueAt).where(sql`${table.settledAt} is null`),
    index('connect_notices_settled').on(table.settledAt).where(sql`${table.settledAt} is not null`),
  ],
)

/** Accounts at Unipile that no user has: their intent was canceled or not confirmed, or their link was used. */
export const removalsTable = pgTable(
  'connect_removals',
  {
    /** Unipile's id of the account. */
    id: text('id').primaryKey(),
    /** Until when Unipile may still link it. */
    until: moment('until').notNull(),
    /** When it is to be removed or tried again. */
    dueAt: moment('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    failure: text('failure'),
    /** When it was removed, or given up. */
    settledAt: moment('settled_at'),
  },
  (table) => [
    index('connect_removals_due').on(table.dueAt).where(sql`${table.settledAt} is null`),
    index('connect_removals_settled').on(table.settledAt).where(sql`${table.settledAt} is not null`),
  ],
)

/** What the host is to be told, one row per event and target: where it goes. */
export const outboxTable = pgTable(
  'connect_outbox',
  {
    /** The same for every target. */
    id: text('id').notNull(),
    target: text('target', { enum: ['callbacks', 'http'] }).notNull(),
    /** What the event is about: those of one stream are delivered one after the other. */
    stream: text('stream').notNull(),
    userId: text('user_id').notNull(),
    event: jsonb('event').$type<HostEvent>().notNull(),
    createdAt: moment('created_at').notNull(),
    /** When it is to be delivered or tried again; while an instance delivers it, until when it may. */
    dueAt: moment('due_at').notNull(),
    /** It is given up after that. */
    until: moment('until').notNull(),
    attempts: integer('attempts').notNull(),
    failure: text('failure'),
    /** When it was delivered, or given up because of `failure`. */
    settledAt: moment('settled_at'),
    /** Whether nothing of it may stay then, because its user was erased. */
    forget: boolean('forget').notNull(),
    /** The order of the events of a stream. */
    sequence: bigint('sequence', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  },
  (table) => [
    uniqueIndex('connect_outbox_id').on(table.id, table.target),
    index('connect_outbox_due')
      .on(table.target, table.dueAt, table.sequence)
      .where(sql`${table.settledAt} is null`),
    index('connect_outbox_stream')
      .on(table.stream, table.target, table.sequence)
      .where(sql`${table.settledAt} is null`),
    index('connect_outbox_settled').on(table.settledAt).where(sql`${table.settledAt} is not null`),
    index('connect_outbox_missed')
      .on(table.sequence)
      .where(sql`${table.settledAt} is not null and ${table.failure} is not null`),
    index('connect_outbox_user').on(table.userId),
  ],
)

export const auditActions = [
  'intent_started',
  'intent_ended',
  'account_linked',
  'account_relinked',
  'account_adopted',
  'account_renamed',
  'account_disconnected',
  'account_removed_upstream',
  'link_created',
  'link_opened',
  'link_revoked',
  'link_used',
  'notice_sent',
] as const

/** Who linked what, and when; never a secret. */
export const auditTable = pgTable(
  'connect_audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    userId: text('user_id').notNull(),
    action: text('action', { enum: auditActions }).notNull(),
    provider: text('provider'),
    /** Our id of the account. */
    account: uuid('account'),
    intentId: text('intent_id'),
    /** How it ended, or the error code. */
    result: text('result'),
  },
  (table) => [index('connect_audit_user').on(table.userId, table.at), index('connect_audit_at').on(table.at)],
)

/** Recent calls by key, for the rate limits. */
export const rateLimitsTable = pgTable(
  'connect_rate_limits',
  {
    key: text('key').primaryKey(),
    points: integer('points').notNull().default(0),
    /** Epoch milliseconds. */
    expire: bigint('expire', { mode: 'number' }),
  },
  (table) => [index('connect_rate_limits_expire').on(table.expire)],
)

/** Periodic work, run by one instance at a time. */
/** What Unipile refused as unknown, at most one row per method of the catalogue. */
export const refusedMethodsTable = pgTable(
  'connect_refused_methods',
  {
    provider: text('provider').notNull(),
    method: text('method').notNull(),
    refusedAt: moment('refused_at').notNull(),
  },
  ({ provider, method }) => [primaryKey({ columns: [provider, method] })],
)

export const jobsTable = pgTable('connect_jobs', {
  name: text('name').primaryKey(),
  /** When it is to be done next; while an instance runs it, when another one may. */
  dueAt: moment('due_at').notNull(),
  /** The pause between two runs that led to `dueAt`, in milliseconds. */
  periodMs: bigint('period_ms', { mode: 'number' }),
})
