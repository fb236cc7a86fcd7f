import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { type EarlyDecision, IntentStore, type NewIntent } from '../../src/store/intent-store.ts'
import { RateLimitStore } from '../../src/store/rate-limit-store.ts'
import { startTestHost, type TestHost } from '../test-host.ts'

// Writes of the same moment go to the database in one statement, and must not affect each other.
let host: TestHost
let database: Database
let intents: IntentStore

const now = new Date('2026-11-22T12:00:00.000Z')
const later = new Date(now.getTime() + 60_000)

beforeAll(async () => {
  host = await startTestHost()
  database = await host.database.open()
  intents = new IntentStore(database)
})
afterAll(async () => {
  await database.close()
  await host.close()
})

function newIntent(overrides: Partial<NewIntent> = {}): NewIntent {
  return {
    id: randomUUID(),
    userId: randomUUID(),
    provider: 'linkedin',
    method: 'credentials',
    mode: 'link',
    idempotencyKey: randomUUID(),
    state: randomUUID(),
    step: { type: 'otp', id: 'code', format: 'digits', length: 6 },
    createdAt: now,
    expiresAt: later,
    ...overrides,
  }
}

/** Writes a decision that was made without a lock; `undefined` if the intent has changed since. */
async function early(decision: EarlyDecision) {
  const advanced = await intents.advance(decision.seen.id, now, async () => undefined, decision)
  return advanced?.changed ? advanced.intent : undefined
}

/** Intents that were started at the same moment, with Unipile's id. */
async function started(count: number) {
  const added = await Promise.all(Array.from({ length: count }, () => intents.add(newIntent())))
  return Promise.all(
    added.map(async ({ intent }) => {
      const next = { step: intent.step, upstreamIntentId: `acc_${intent.id}` }
      const advanced = await early({ seen: intent, next })
      if (!advanced) throw new Error('Not advanced.')
      return advanced
    }),
  )
}

const account = (intentId: string, accountId: string) =>
  ({
    userId: intentId,
    provider: 'linkedin',
    accountId,
    providerUserId: 'owner',
    status: 'running',
    intentId,
    mode: 'link',
  }) as const

test('one of several starts under the same key is added', async () => {
  const same = { userId: randomUUID(), idempotencyKey: 'once' }
  const added = await Promise.all([
    intents.add(newIntent()),
    intents.add(newIntent(same)),
    intents.add(newIntent(same)),
    intents.add(newIntent()),
  ])
  expect(added.filter(({ created }) => created)).toHaveLength(3)
  expect(added[1]?.intent.id).toBe(added[2]?.intent.id)
  const there = await Promise.all(added.map(({ intent }) => intents.find(intent.id)))
  expect(there).toEqual(added.map(({ intent }) => intent))
})

test('turns are independent, and one of two turns at the same checkpoint is taken', async () => {
  const [first, second, third] = await started(3)
  if (!first || !second || !third) throw new Error('Not started.')
  const turn = { now, until: later, checkpoint: 'code' }
  const taken = await Promise.all([
    intents.takeTurn({ ...turn, id: first.id, userId: first.userId }),
    intents.takeTurn({ ...turn, id: first.id, userId: first.userId }),
    intents.takeTurn({ ...turn, id: second.id, userId: first.userId }),
    intents.takeTurn({ ...turn, id: second.id, userId: second.userId, checkpoint: 'passed' }),
    intents.takeTurn({ ...turn, id: third.id, userId: third.userId }),
  ])
  expect(taken.map((intent) => intent?.id)).toEqual([first.id, undefined, undefined, undefined, third.id])
  expect(taken[0]).toEqual({ ...first, busyUntil: later })
  expect(await intents.find(second.id)).toEqual(second)
})

test('one of two revisions after the same one is written', async () => {
  const [first, second] = await started(2)
  if (!first || !second) throw new Error('Not started.')
  const [one, other, ofAnother] = await Promise.all([
    early({ seen: first, next: { step: { type: 'in_app', id: 'app' } } }),
    early({ seen: first, next: { step: { type: 'expired' } } }),
    early({ seen: second, next: { step: { type: 'canceled' } } }),
  ])
  expect([one?.step.type, other]).toEqual(['in_app', undefined])
  expect(await intents.find(first.id)).toEqual(one)
  expect(await intents.find(second.id)).toEqual(ofAnother)
})

test('an account that two intents would link is linked by one; other accounts are linked as well', async () => {
  const [first, second, third, ended] = await started(4)
  if (!first || !second || !third || !ended) throw new Error('Not started.')
  await early({ seen: ended, next: { step: { type: 'canceled' } } })
  const shared = `acc_${randomUUID()}`
  const own = `acc_${randomUUID()}`
  const linked = await Promise.all([
    early({ seen: first, next: { newAccount: account(first.userId, shared) } }),
    early({ seen: second, next: { newAccount: account(second.userId, shared) } }),
    early({ seen: third, next: { newAccount: account(third.userId, own) } }),
    early({ seen: ended, next: { newAccount: account(ended.userId, `acc_${randomUUID()}`) } }),
  ])
  const ids = linked.map((intent) => intent?.id)
  expect(ids.slice(0, 2).filter((id) => id !== undefined)).toHaveLength(1)
  expect(ids.slice(2)).toEqual([third.id, undefined])
  const rows = await host.database.query(
    `select account_id, user_id from connect_accounts where account_id in ('${shared}', '${own}')`,
  )
  const winner = ids[0] === undefined ? second : first
  expect(rows).toHaveLength(2)
  expect(rows).toContainEqual({ account_id: shared, user_id: winner.userId })
  expect(rows).toContainEqual({ account_id: own, user_id: third.userId })
  const loser = winner === first ? second : first
  expect(await intents.find(loser.id)).toEqual(loser)
})

test('a row that cannot be stored fails alone', async () => {
  const good = newIntent()
  const [added, refused] = await Promise.allSettled([
    intents.add(good),
    intents.add(newIntent({ provider: 'a text with \u0000 in it' })),
  ])
  expect([added.status, refused.status]).toEqual(['fulfilled', 'rejected'])
  expect(await intents.find(good.id)).toMatchObject({ provider: 'linkedin' })
})

test('simultaneous calls are all counted', async () => {
  const limits = new RateLimitStore(database.queries)
  const other = new RateLimitStore(database.queries)
  const id = randomUUID()
  const call = { id, points: 1, expire: later.getTime(), now: now.getTime() }
  const counts = await Promise.all([limits, other, limits, other].map((store) => store.count(call)))
  expect(counts.map(({ points }) => points).sort()).toEqual([1, 2, 3, 4])
  expect(await limits.count({ ...call, now: later.getTime(), expire: later.getTime() + 1 })).toEqual({
    id,
    points: 1,
    expire: later.getTime() + 1,
  })
})
