import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { AccountStore, type LinkedAccount } from '../src/store/account-store.ts'
import { AuditStore } from '../src/store/audit-store.ts'
import type { Database } from '../src/store/database.ts'
import { openEmbeddedDatabase } from '../src/store/embedded-database.ts'
import { IntentStore } from '../src/store/intent-store.ts'
import { JobStore } from '../src/store/job-store.ts'
import { LinkStore } from '../src/store/link-store.ts'
import { accountEvent } from '../src/store/new-host-event.ts'
import { NoticeStore, planNotice } from '../src/store/notice-store.ts'
import { deleteBatch, oldRows } from '../src/store/old-rows.ts'
import { OutboxStore } from '../src/store/outbox-store.ts'
import { RateLimitStore } from '../src/store/rate-limit-store.ts'
import { RefusedMethodStore } from '../src/store/refused-method-store.ts'
import { RemovalStore } from '../src/store/removal-store.ts'
import { WebhookEventStore } from '../src/store/webhook-event-store.ts'
import { defaultTimings } from '../src/timings.ts'

// Every statement of every store is planned on tables of this many rows, and none may use a sequential scan.
const ROWS = 10_000
/** In milliseconds: filling the tables takes long on a busy machine. */
const LIMIT = 120_000
/** The time of all rows: most are a day old and settled, and one of a hundred is open. */
const now = new Date('2026-11-22T12:00:00.000Z')
const later = new Date(now.getTime() + 60_000)
const account = '00000000-0000-4000-8000-000000000001'

const fill = `
insert into connect_accounts (id, user_id, account_type, account_id, status, status_at, provider_user_id, last_update, created_on)
  select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'user-' || n % 5000, 'linkedin', 'acc_' || n,
    'running', $1, 'owner-' || n, $1, $1 from rows;
insert into connect_intents (id, user_id, provider, method, mode, link_id, idempotency_key, state, revision, step, checkpoint_id,
    upstream_intent_id, awaiting, faults, next_poll_at, created_at, expires_at, ended_at)
  select 'intent-' || n, 'user-' || n % 5000, 'linkedin', 'credentials', 'link', case when n % 10 = 0 then 'link-' || n end,
    'key-' || n, 'state-' || n, 2, case when is_open then '{"type":"in_app","id":"c"}' else '{"type":"canceled"}' end::jsonb,
    case when is_open then 'c' end, 'acc_' || n, is_open, 0, $1, $1, $1 + n * interval '1 second',
    case when not is_open then $1 - n * interval '1 second' end from rows;
insert into connect_webhook_events (id, type, received_at, due_at, body, processed_at)
  select 'event-' || n, 'account.add', $1 - n * interval '30 seconds', $1, case when is_open then '{}'::jsonb end,
    case when not is_open then $1 end from rows;
insert into connect_links (id, user_id, options, created_at, expires_at)
  select 'link-' || n, 'user-' || n % 5000, '{}', $1, $1 - n * interval '30 seconds' from rows;
insert into connect_notices (account, day, status, due_at, settled_at)
  select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '2026-11-20', 'disconnected', $1,
    case when not is_open then $1 - n * interval '130 seconds' end from rows;
insert into connect_removals (id, until, due_at, settled_at)
  select 'acc_r' || n, $1, $1, case when not is_open then $1 - n * interval '30 seconds' end from rows;
insert into connect_audit (at, user_id, action) select $1 - n * interval '1 hour', 'user-' || n % 5000, 'intent_ended' from rows;
insert into connect_rate_limits (key, points, expire)
  select 'limit-' || n, 1, extract(epoch from $1::timestamptz) * 1000 + n from rows;
insert into connect_outbox (id, target, stream, user_id, event, created_at, due_at, until, attempts, failure, settled_at, forget)
  select 'evt_' || n, case when n % 2 = 0 then 'http' else 'callbacks' end, 'stream-' || n % 5000, 'user-' || n % 5000, '{}', $1, $1, $1, 1,
    case when n % 1000 = 1 then 'http_410' end, case when n % 100 > 2 then $1 - n * interval '260 seconds' end, false from rows;
insert into connect_jobs (name, due_at) select 'job-' || n, $1 from rows;
`

/** It has at most one row per method of the catalogue, so PostgreSQL reads all of it. */
const TINY = 'connect_refused_methods'

/** By its text, with the parameters of one call. */
const sent = new Map<string, unknown[]>()
let client: PGlite
let database: Database

beforeAll(async () => {
  client = await openSnapshot()
  const rows = `(select n, n % 100 = 0 as is_open from generate_series(1, ${ROWS}) as n) as rows`
  await client.exec(
    fill.replaceAll('from rows', `from ${rows}`).replaceAll('$1', `'${now.toISOString()}'::timestamptz`),
  )
  await client.exec('analyze')
  database = await openEmbeddedDatabase({ client: recording(client) })
}, LIMIT)

afterAll(() => client.close())

test(
  'no statement of a store uses a sequential scan',
  async () => {
    const stores = await walk()
    const files = readdirSync(new URL('../src/store', import.meta.url)).filter((name) =>
      name.endsWith('-store.ts'),
    )
    expect(stores).toHaveLength(files.length)
    for (const { store, called } of stores) {
      const methods = Object.getOwnPropertyNames(store.prototype).filter((name) => name !== 'constructor')
      expect(called, `${store.name}: the walk calls each method`).toEqual(new Set(methods))
    }

    expect(sent.size).toBeGreaterThan(30)
    const scans: { scanned: string[]; statement: string }[] = []
    for (const [statement, parameters] of sent) {
      const { rows } = await client.query(`explain (format json) ${statement}`, parameters)
      const scanned = scannedTables(rows).filter((table) => table !== TINY)
      if (scanned.length > 0) scans.push({ scanned, statement })
    }
    expect(scans).toEqual([])
  },
  LIMIT,
)

// A prepared statement is planned once per connection, maybe while the table is still empty, and PostgreSQL
// keeps the plan while the table grows.
test(
  'prepared statements look intents up by their key, on new tables too',
  async () => {
    const kept = [...sent].filter(([statement]) => statement.includes('jsonb_to_recordset'))
    expect(kept.length).toBeGreaterThan(4)
    const fresh = await openSnapshot()
    for (const [statement, parameters] of kept) {
      const { rows } = await fresh.query(`explain (format json) ${statement}`, parameters)
      const paths = readPaths(rows).filter(({ table }) => table === 'connect_intents')
      for (const { index } of paths) expect(index, statement).toBe('connect_intents_pkey')
    }
    await fresh.close()
  },
  LIMIT,
)

test(
  'a page of accounts costs the same wherever it is',
  async () => {
    const accounts = new AccountStore(database.queries)
    const [first] = await accounts.listPage({ limit: 1 })
    const { rows } = await client.query<{ id: string; created: string }>(
      `select id, to_char(created_on at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created
       from connect_accounts order by created_on, id offset ${Math.floor(ROWS / 2)} limit 1`,
    )
    const [middle] = rows
    if (!first || !middle) throw new Error('There are too few accounts.')
    const places = [undefined, first, { id: middle.id, createdAt: middle.created }]
    const read: number[] = []
    for (const after of places) {
      sent.clear()
      await accounts.listPage({ limit: 100, after })
      const [[statement, parameters] = []] = [...sent]
      const plan = await client.query(`explain (analyze, buffers, format json) ${statement}`, parameters)
      read.push(readBuffers(plan.rows))
    }
    expect(Math.max(...read)).toBeLessThan(150)
  },
  LIMIT,
)

/** The tables, empty. */
async function openSnapshot(): Promise<PGlite> {
  return PGlite.create({ loadDataDir: new Blob([await readFile(inject('databaseSnapshot'))]) })
}

/** The client, which records what is sent through it. */
function recording<T extends object>(target: T): T {
  return new Proxy(target, {
    get(_, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const [first, parameters] = args
        if (name === 'query' && typeof first === 'string' && /\bconnect_(?!migrations)/.test(first)) {
          sent.set(first, Array.isArray(parameters) ? parameters : [])
        }
        if (name === 'transaction' && typeof first === 'function') {
          return member.call(target, (transaction: object) => first(recording(transaction)))
        }
        return member.apply(target, args)
      }
    },
  })
}

/** Calls every method of every store. */
async function walk() {
  const { queries } = database
  const stores: { store: { name: string; prototype: object }; called: Set<string | symbol> }[] = []
  function open<T extends object>(store: { name: string; prototype: object }, opened: T): T {
    const called = new Set<string | symbol>()
    stores.push({ store, called })
    return new Proxy(opened, {
      get(target, name) {
        called.add(name)
        const member: unknown = Reflect.get(target, name)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
  }

  const intents = open(IntentStore, new IntentStore(database))
  const unchanged = async () => undefined
  const step = { type: 'otp', id: 'c', format: 'digits', length: 6 } as const
  const fresh = {
    id: 'walk',
    userId: 'user-1',
    provider: 'linkedin',
    method: 'credentials',
    mode: 'link',
    idempotencyKey: 'walk',
    state: 'walk',
    step,
    createdAt: now,
    expiresAt: later,
  } as const
  const added = await intents.add(fresh)
  await intents.add({
    ...added.intent,
    relinkAccount: account,
    linkId: 'link-1',
    returnTo: '/',
    display: 'popup',
  })
  await intents.find('walk')
  await intents.findByKey('user-1', 'key-7')
  await intents.findByState('state-7')
  const revised = { seen: added.intent, next: { step, upstreamIntentId: 'acc_walk' } }
  await intents.advance('walk', now, unchanged, revised)
  await intents.advance('walk', now, async () => ({ step: { type: 'in_app', id: 'c' } }))
  await intents.reviveExpired('walk', now, unchanged)
  await intents.markKnownAccount('walk', 'acc_1')
  await intents.firstReturnedWith('acc_1')
  await intents.asOne(async () => {})
  await intents.markReturned('walk', now, { account: 'acc_1', token: 'hash' })
  await intents.markConfirmed('walk', now, 'hash')
  await intents.bindReturn('walk', { account: 'acc_1', token: 'hash' })
  await intents.replaceReturnToken('walk', 'other')
  await intents.dropReturnToken('walk')
  await intents.markConsented('walk', now, { accountId: 'acc_1', isNew: true })
  await intents.settleConsented('walk')
  await intents.listUnreported(now, 10)
  await intents.firstUnreported()
  await intents.listUnlinked(now, 10)
  await intents.firstUnlinked()
  await intents.listUnconfirmed(now, 10)
  await intents.firstUnconfirmed()
  await intents.listLostStarts('wizard', now, 10)
  await intents.firstLostStart('wizard')
  await intents.takeTurn({ id: 'walk', userId: 'user-1', checkpoint: 'c', now, until: later })
  await intents.releaseTurn('walk', later)
  const { intent: another } = await intents.add({
    ...fresh,
    id: 'other',
    idempotencyKey: 'other',
    state: 'other',
  })
  const newAccount = { ...walkedAccount, accountId: 'acc_other' }
  await intents.advance(another.id, now, unchanged, { seen: another, next: { newAccount } })
  await intents.leaseDue('walker', now, later, 10)
  await intents.renewLeases(['walk', 'intent-100'], 'walker', later)
  await intents.endLease('walk', 'walker', { pollAt: later, faults: 0 })
  await intents.endAllLeases()
  await intents.notifyWaiters()
  await intents.nextDue()
  await intents.listExpired(now, 10)
  await intents.nextExpiry()
  await intents.listOpenOfLinks(['link-10'])

  const accounts = open(AccountStore, new AccountStore(queries))
  const linked = await walkAccounts(accounts)

  const links = open(LinkStore, new LinkStore(queries))
  await links.add({
    id: 'walk',
    userId: 'user-1',
    options: {},
    relinkAccount: null,
    madeBy: 'user',
    createdAt: now,
    expiresAt: later,
  })
  await links.find('walk')
  await links.countOwnOpen('user-1', now)
  const [newest] = await links.list({ userId: 'user-1', madeBy: 'user', limit: 2 })
  await links.list({ userId: 'user-1', after: newest, limit: 2 })
  await links.bind('walk', 'hash', now)
  await links.rebind('walk', 'hash')
  await links.revoke({ userId: 'user-1', id: 'link-1' }, now)
  await links.lockOpen('link-1')
  await links.markUsed('walk', now, linked)

  const notices = open(NoticeStore, new NoticeStore(database))
  await planNotice(queries, { id: account, status: 'disconnected' }, now)
  const [first, second, third, fourth] = await notices.claimDue(later, new Date(later.getTime() + 1), 4)
  if (!first || !second || !third || !fourth) throw new Error('Too few notices are due.')
  await notices.moveTo(first, now)
  await notices.settle(first, now, null)
  await notices.postpone(second, now, 'internal_error')
  await notices.drop(third)
  await notices.dropRecovered(fourth)
  await notices.nextDue()

  const events = open(WebhookEventStore, new WebhookEventStore(database))
  const event = { id: 'walk', type: 'account.add' }
  await events.add({ id: 'walk', type: 'account.add', receivedAt: now, event })
  await events.record({ id: 'note', type: 'account.add', receivedAt: now })
  const [walk, other] = await events.claimDue(later, later, 2)
  if (!walk || !other) throw new Error('Too few events are due.')
  await events.complete('walk', now, async () => {})
  await events.postpone(walk, now, null)
  await events.giveUp(other, now, 'internal_error')
  await events.nextDue()
  await events.recentEvents(50)

  const removals = open(RemovalStore, new RemovalStore(queries))
  await removals.add('acc_walk', now, later)
  const [removal, nextRemoval] = await removals.claimDue(later, later, 2)
  if (!removal || !nextRemoval) throw new Error('Too few removals are due.')
  await removals.postpone(removal, now, null)
  await removals.settle(nextRemoval, now, null)
  await removals.nextDue()

  const outbox = open(OutboxStore, new OutboxStore(queries, () => ['callbacks']))
  await outbox.add([accountEvent('account.linked', linked)], now)
  const [delivered, failed, lost] = await outbox.claimDue(
    'callbacks',
    later,
    new Date(later.getTime() + 1),
    3,
  )
  if (!delivered || !failed || !lost) throw new Error('Too few events wait for the host.')
  await outbox.settle(delivered, now)
  await outbox.postpone(failed, now, 'timeout')
  await outbox.giveUp(lost, now, 'http_410')
  await outbox.nextDue('http')
  await outbox.listMissed(10, 100)
  await outbox.resend(delivered.id, now)
  await outbox.forgetUser('user-1')

  const jobs = open(JobStore, new JobStore(queries))
  await jobs.claim('walk', { dueBy: now, nextDue: later, periodMs: 60_000 })
  await jobs.setDue('walk', later)
  await jobs.dueAt('walk')

  const audit = open(AuditStore, new AuditStore(queries))
  await audit.list({ userId: 'user-1' })
  await audit.list({ from: now })

  const refused = open(RefusedMethodStore, new RefusedMethodStore(queries))
  await refused.note({ provider: 'facebook', method: 'credentials' }, now)
  await refused.listSince(now)

  const limits = open(RateLimitStore, new RateLimitStore(queries))
  await limits.count({ id: 'limit-1', points: 1, expire: later.getTime(), now: now.getTime() })

  for (const rows of oldRows(defaultTimings, now.getTime())) await deleteBatch(queries, rows, 10)
  return stores
}

const walkedAccount: LinkedAccount = {
  userId: 'user-1',
  provider: 'linkedin',
  accountId: 'acc_walk',
  providerUserId: 'owner',
  status: 'running',
  intentId: 'walk',
  mode: 'link',
}

async function walkAccounts(accounts: AccountStore) {
  const linked = await accounts.link(walkedAccount, now)
  if (!linked) throw new Error('Not linked.')
  await accounts.list('user-1')
  await accounts.listPage({ limit: 100 })
  await accounts.listPage({ limit: 100, after: linked })
  await accounts.listPage({ userId: 'user-1', limit: 100 })
  await accounts.listPage({ userId: 'user-1', limit: 100, after: linked })
  const { intentId: _, mode: __, ...adopted } = { ...walkedAccount, accountId: 'acc_adopted' }
  await accounts.adopt(adopted, now)
  await accounts.find('user-1', account)
  await accounts.findById(account)
  await accounts.signInOf({ id: account })
  await accounts.findByAccountId('acc_1')
  await accounts.isBeingReconnected(linked, now)
  await accounts.lockByAccountId('acc_1')
  await accounts.readStates(['acc_1', 'acc_2'])
  await accounts.listAccountIds('acc_1', 100)
  await accounts.report({ accountId: 'acc_1', status: 'disconnected', at: later }, later)
  await accounts.report({ accountId: 'acc_1', status: 'errored', product: 'mail', at: later }, later)
  await accounts.reportSync({ accountId: 'acc_1', sync: 'running', at: later })
  await accounts.reportName('acc_1', 'Anna', now)
  await accounts.rename('acc_1', 'Work', now)
  await accounts.remove('acc_2', 'account_disconnected', now)
  return linked
}

const buffersSchema = v.object({ 'Shared Hit Blocks': v.number(), 'Shared Read Blocks': v.number() })

/** How many blocks a plan has read: those of its top node, which include all others. */
function readBuffers(plan: unknown): number {
  if (Array.isArray(plan)) return Math.max(0, ...plan.map(readBuffers))
  if (typeof plan !== 'object' || plan === null) return 0
  const node = v.safeParse(buffersSchema, plan)
  if (node.success) return node.output['Shared Hit Blocks'] + node.output['Shared Read Blocks']
  return Math.max(0, ...Object.values(plan).map(readBuffers))
}

/** The tables of ours that a plan reads with a sequential scan. */
function scannedTables(plan: unknown): string[] {
  return readPaths(plan)
    .filter(({ index }) => index === undefined)
    .map(({ table }) => table)
}

const pathSchema = v.pipe(
  v.object({
    'Node Type': v.picklist(['Seq Scan', 'Index Scan', 'Index Only Scan', 'Bitmap Heap Scan']),
    'Relation Name': v.string(),
    'Index Name': v.optional(v.string()),
  }),
  v.transform((node) => ({
    table: node['Relation Name'],
    index: node['Node Type'] === 'Bitmap Heap Scan' ? 'by bitmap' : node['Index Name'],
  })),
)

/** How a plan reads tables: each table with its index, or none for a sequential scan. */
function readPaths(plan: unknown): v.InferOutput<typeof pathSchema>[] {
  if (Array.isArray(plan)) return plan.flatMap(readPaths)
  if (typeof plan !== 'object' || plan === null) return []
  const path = v.safeParse(pathSchema, plan)
  return [...(path.success ? [path.output] : []), ...Object.values(plan).flatMap(readPaths)]
}
