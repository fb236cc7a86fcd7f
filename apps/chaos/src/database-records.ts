import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import * as v from 'valibot'

const intentRow = v.object({
  id: v.string(),
  userId: v.string(),
  revision: v.number(),
  type: v.string(),
  hasEnded: v.boolean(),
  /** Its outcomes in the audit, the first one first: the type or, of a failure, the error code. */
  outcomes: v.array(v.string()),
  /** How many links the audit has for it. */
  links: v.number(),
})

const accountRow = v.object({ id: v.string(), userId: v.string(), accountId: v.string(), status: v.string() })

const eventRow = v.object({
  id: v.string(),
  type: v.string(),
  /** Not applied yet. Only events that create or remove accounts count. */
  isPending: v.boolean(),
  wasGivenUp: v.boolean(),
})

const removalRow = v.object({
  accountId: v.string(),
  isPending: v.boolean(),
  wasGivenUp: v.boolean(),
})

const outboxRow = v.object({
  id: v.string(),
  /** Our id of the account or the intent that it is about. */
  stream: v.string(),
  type: v.string(),
  isPending: v.boolean(),
  wasGivenUp: v.boolean(),
})

export type OutboxRow = v.InferOutput<typeof outboxRow>
export type IntentRow = v.InferOutput<typeof intentRow>
export type AccountRow = v.InferOutput<typeof accountRow>

/** What the database holds at the end, read without the handler. */
export interface Records {
  readonly intents: readonly IntentRow[]
  readonly accounts: readonly AccountRow[]
  /** The accounts that no user has, which are removed at Unipile. */
  readonly removals: readonly v.InferOutput<typeof removalRow>[]
  readonly events: readonly v.InferOutput<typeof eventRow>[]
  /** What the host was to be told, in the order in which it happened. */
  readonly outbox: readonly OutboxRow[]
}

const intentsQuery = `
  select i.id, i.user_id as "userId", i.revision, i.step->>'type' as type, i.ended_at is not null as "hasEnded",
    coalesce(array_agg(a.result order by a.id) filter (where a.action = 'intent_ended'), '{}') as outcomes,
    count(a.id) filter (where a.action in ('account_linked', 'account_relinked'))::int as links
  from connect_intents i left join connect_audit a on a.intent_id = i.id
  group by i.id`
const accountsQuery = `
  select id, user_id as "userId", account_id as "accountId", status from connect_accounts`
const removalsQuery = `
  select id as "accountId", settled_at is null as "isPending",
    settled_at is not null and failure is not null as "wasGivenUp"
  from connect_removals`
const eventsQuery = `
  select id, type, processed_at is null and type in ('account.add', 'account.reconnect', 'account.remove') as "isPending",
    processed_at is not null and failure is not null as "wasGivenUp"
  from connect_webhook_events`

const outboxQuery = `
  select id, stream, event->>'type' as type, settled_at is null as "isPending",
    settled_at is not null and failure is not null as "wasGivenUp"
  from connect_outbox order by sequence`

export async function readRecords(client: pg.Client): Promise<Records> {
  const read = async <S extends v.GenericSchema>(schema: S, query: string) =>
    v.parse(v.array(schema), (await client.query(query)).rows)
  return {
    intents: await read(intentRow, intentsQuery),
    accounts: await read(accountRow, accountsQuery),
    removals: await read(removalRow, removalsQuery),
    events: await read(eventRow, eventsQuery),
    outbox: await read(outboxRow, outboxQuery),
  }
}

const CONNECT_ATTEMPTS = 20

/** Connects, with retries because the database may be restarting. */
export async function connect(url: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url, query_timeout: 10_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      if (attempt === CONNECT_ATTEMPTS) throw error
      await pause(250)
    }
  }
}
