import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { housekeeping } from '../src/jobs/housekeeping.ts'
import { createJob, type Job, type JobContext } from '../src/jobs/job.ts'
import type { Database } from '../src/store/database.ts'
import { JobStore } from '../src/store/job-store.ts'
import { deleteBatch, oldRows } from '../src/store/old-rows.ts'
import { defaultTimings } from '../src/timings.ts'
import { startTestHost, type TestHost } from './test-host.ts'

let host: TestHost
let database: Database

const silent = { debug() {}, info() {}, warn() {}, error() {} }

beforeAll(async () => {
  host = await startTestHost()
  database = await host.database.open()
})
afterAll(async () => {
  await database.close()
  await host.close()
})

let named = 0

/** A job with its own row, and instances that run it. */
function job(run: Job['run'], everyMs = 900_000) {
  const name = `job-${++named}`
  const jobs = new JobStore(database.queries)
  const warn = vi.fn()
  const claim = vi.spyOn(jobs, 'claim')
  const context: JobContext = { jobs, logger: { ...silent, warn }, now: Date.now }
  return {
    claim,
    warn,
    start: () => createJob(context, { name, everyMs, run }),
    makeDue: () => jobs.setDue(name, new Date(0)),
    dueAt: async () => (await jobs.dueAt(name))?.getTime() ?? 0,
  }
}

describe('a job', () => {
  test('is run once by instances that start together', async () => {
    const run = vi.fn(async () => {})
    const { start, claim } = job(run)
    const instances = [start(), start(), start()]
    // Each tries at once, and more often on a busy machine.
    const tries = (outcome: string) => claim.mock.settledResults.filter(({ type }) => type === outcome).length
    await expect.poll(() => tries('fulfilled')).toBeGreaterThanOrEqual(3)
    await Promise.all(instances.map((instance) => instance.close()))
    expect(tries('rejected')).toBe(0)
    expect(run).toHaveBeenCalledTimes(1)
  })

  test('is run again by an instance that starts later, and by none before it is due', async () => {
    const run = vi.fn(async () => {})
    const { start, dueAt } = job(run)
    const first = start()
    await expect.poll(() => run).toHaveBeenCalledTimes(1)
    await expect.poll(() => dueAt()).toBeGreaterThan(Date.now() + 800_000)
    await first.close()
    const later = createJob(
      { jobs: new JobStore(database.queries), logger: silent, now: () => Date.now() + 60_000 },
      { name: `job-${named}`, everyMs: 900_000, run },
    )
    await expect.poll(() => run).toHaveBeenCalledTimes(2)
    await later.close()
  })

  test('with a shorter pause than before is run at the start, and by a longer one only when it is due', async () => {
    const run = vi.fn(async () => {})
    const { start, dueAt } = job(run)
    const first = start()
    await expect.poll(() => dueAt()).toBeGreaterThan(Date.now() + 800_000)
    await expect.poll(() => run).toHaveBeenCalledTimes(1)
    await first.close()
    const jobs = new JobStore(database.queries)
    const name = `job-${named}`
    const shorter = createJob({ jobs, logger: silent, now: Date.now }, { name, everyMs: 60_000, run })
    await expect.poll(() => run).toHaveBeenCalledTimes(2)
    await expect.poll(() => dueAt()).toBeLessThan(Date.now() + 61_000)
    await shorter.close()
    await jobs.setDue(name, new Date(Date.now() + 30_000))
    const claim = vi.spyOn(jobs, 'claim')
    const same = createJob({ jobs, logger: silent, now: Date.now }, { name, everyMs: 30_000, run })
    await expect.poll(() => run).toHaveBeenCalledTimes(3)
    await same.close()
    const longer = createJob(
      { jobs, logger: silent, now: Date.now },
      { name, everyMs: 900_000, run: vi.fn() },
    )
    await expect.poll(() => claim.mock.settledResults.length).toBeGreaterThan(1)
    await longer.close()
  })

  test('that fails is tried again before it is due', async () => {
    let runs = 0
    const { start, warn } = job(async () => {
      if (++runs === 1) throw new Error('Unavailable')
    })
    const instance = start()
    await expect.poll(() => runs).toBe(2)
    expect(warn).toHaveBeenCalledTimes(1)
    await instance.close()
  })

  test('is aborted by a close, and other instances can run it at once', async () => {
    const { start, dueAt, warn } = job(
      (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    )
    const instance = start()
    await expect.poll(() => dueAt()).toBeGreaterThan(Date.now())
    await instance.close()
    expect(await dueAt()).toBeLessThanOrEqual(Date.now())
    expect(warn).not.toHaveBeenCalled()
  })

  test('is not started by an instance that closes while it claims it', async () => {
    const run = vi.fn(async () => {})
    const { start, claim, dueAt } = job(run)
    await start().close()
    expect(claim).toHaveBeenCalledTimes(1)
    expect(run).not.toHaveBeenCalled()
    expect(await dueAt()).toBeLessThanOrEqual(Date.now())
  })

  test('without a period is run at the start only', async () => {
    const run = vi.fn(async () => {})
    const { start, makeDue, claim } = job(run, 0)
    const instance = start()
    await expect.poll(() => run).toHaveBeenCalledTimes(1)
    await makeDue()
    await instance.close()
    expect(claim).toHaveBeenCalledTimes(1)
  })
})

describe('housekeeping', () => {
  const now = Date.parse('2026-06-01T00:00:00.000Z')
  const ago = (days: number) => new Date(now - days * 86_400_000).toISOString()

  const tables = [
    'connect_intents',
    'connect_webhook_events',
    'connect_links',
    'connect_notices',
    'connect_audit',
    'connect_rate_limits',
  ]

  async function fill(count: number) {
    const { query } = host.database
    const series = `generate_series(1, ${count}) n`
    const intent = (id: string, ended: string) => `
      insert into connect_intents (id, user_id, provider, method, mode, idempotency_key, state, revision, step, awaiting,
        next_poll_at, faults, created_at, expires_at, ended_at)
      select '${id}-' || n, 'u', 'linkedin', 'm', 'link', '${id}-' || n, '${id}-' || n, 1, '{"type":"canceled"}', false,
        '${ago(9)}', 0, '${ago(9)}', '${ago(9)}', ${ended} from ${series}`
    await query(intent('old', `'${ago(1.01)}'`))
    await query(intent('keep', `'${ago(0.99)}'`))
    await query(intent('keep-open', 'null'))
    const event = (id: string, received: string, processed: string) => `
      insert into connect_webhook_events (id, type, received_at, processed_at)
      select '${id}-' || n, 't', '${received}', ${processed} from ${series}`
    await query(event('old', ago(7.01), `'${ago(7)}'`))
    await query(event('keep', ago(6.99), `'${ago(6)}'`))
    await query(event('keep-waiting', ago(30), 'null'))
    const link = (id: string, expires: string) => `
      insert into connect_links (id, user_id, options, created_at, expires_at)
      select '${id}-' || n, 'u', '{}', '${ago(60)}', '${expires}' from ${series}`
    await query(link('old', ago(7.01)))
    await query(link('keep', ago(6.99)))
    await query(`insert into connect_accounts (id, user_id, account_type, account_id, status, status_at, provider_user_id,
      last_update, created_on)
      select gen_random_uuid(), 'u', 'linkedin', 'acc_' || n, 'running', now(), 'p', now(), now() from ${series}`)
    const notice = (status: string, day: string, settled: string) => `
      insert into connect_notices (account, day, status, due_at, settled_at)
      select id, '${day}', '${status}', '${ago(40)}', ${settled} from connect_accounts`
    await query(notice('old', '2026-01-01', `'${ago(30.01)}'`))
    await query(notice('keep', '2026-01-02', `'${ago(29.99)}'`))
    await query(notice('keep', '2026-01-03', 'null'))
    const audit = (action: string, at: string) =>
      `insert into connect_audit (at, user_id, action) select '${at}', 'u', '${action}' from ${series}`
    await query(audit('old', ago(400.01)))
    await query(audit('keep', ago(399.99)))
    const limit = (key: string, expire: string) =>
      `insert into connect_rate_limits (key, points, expire) select '${key}-' || n, 1, ${expire} from ${series}`
    await query(limit('old', String(now - 1)))
    await query(limit('keep', String(now + 1)))
    await query(limit('keep-ever', 'null'))
  }

  const kinds: Record<string, string> = {
    connect_intents: 'id',
    connect_webhook_events: 'id',
    connect_links: 'id',
    connect_notices: 'status',
    connect_audit: 'action',
    connect_rate_limits: 'key',
  }

  test('removes what is old, in batches, and nothing else', async () => {
    await host.reset()
    await fill(1_200)
    await housekeeping(database, defaultTimings, () => now).run(new AbortController().signal)
    for (const table of tables) {
      const [counted] = await host.database.query(
        `select count(*) filter (where ${kinds[table]} like 'old%')::int as old,
          count(*) filter (where ${kinds[table]} like 'keep%')::int as kept from ${table}`,
      )
      expect({ table, ...counted }).toEqual({
        table,
        old: 0,
        kept: table === 'connect_links' || table === 'connect_audit' ? 1_200 : 2_400,
      })
    }
  })

  test('removes one batch at a time, and stops when its signal aborts', async () => {
    await host.reset()
    await fill(5)
    const closing = new AbortController()
    closing.abort()
    await housekeeping(database, defaultTimings, () => now).run(closing.signal)
    const [rows] = oldRows(defaultTimings, now)
    if (!rows) throw new Error('No old rows.')
    expect(await deleteBatch(database.queries, rows, 3)).toBe(3)
    expect(await deleteBatch(database.queries, rows, 3)).toBe(2)
  })

  test('finds old rows with an index in every table', async () => {
    await host.reset()
    await database.transaction(async (transaction) => {
      await transaction.execute('set local enable_seqscan = off')
      for (const { table, where } of oldRows(defaultTimings, now)) {
        const query = transaction.select().from(table).where(where).limit(10)
        const plan = JSON.stringify(await transaction.execute(sql`explain ${query}`))
        expect(plan).toMatch(/Index (Only )?Scan|Bitmap Index Scan/)
      }
    })
  })
})
