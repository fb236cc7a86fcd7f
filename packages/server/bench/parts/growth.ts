import pg from 'pg'
import * as v from 'valibot'
import { walkResultSchema } from '../load/walk.ts'
import { median, spread } from '../percentile.ts'
import type { BenchContext, Row } from './bench-context.ts'

const SIZES = [100, 10_000, 1_000_000]
const CONNECTIONS = 4
const USERS = 1_000
const ROUNDS = 5
const SECONDS = 3
/** The highest allowed ratio of a call's cost with the most stored intents to its cost with the fewest. */
const GOAL = 1.2

/** What start and solve cost as the stored intents grow: one database per size, in alternating rounds. */
export async function measureGrowth(context: BenchContext): Promise<Row[]> {
  const UPSTREAM_URL = await context.upstream.url()
  const subjects = []
  for (const size of SIZES) {
    context.say(`storing ${size} intents`)
    const DATABASE_URL = await context.createDatabase(`growth_${size}`)
    const process = context.start('handler', { UPSTREAM_URL, DATABASE_URL })
    const tokens = await process.ask('tokens', USERS, v.array(v.string()))
    await store(DATABASE_URL, size)
    subjects.push({
      size,
      process,
      url: await process.url(),
      tokens,
      p50: [] as number[],
    })
  }
  const walk = ({ url, tokens }: { url: string; tokens: string[] }) =>
    context.load.ask('walk', { url, tokens, connections: CONNECTIONS, seconds: SECONDS }, walkResultSchema)
  for (const subject of subjects) await walk(subject)
  for (let round = 0; round < ROUNDS; round++) {
    context.say(`stored intents, round ${round + 1} of ${ROUNDS}`)
    for (const subject of subjects) subject.p50.push((await walk(subject)).p50)
  }
  for (const { process } of subjects) await process.stop()
  const p50s = subjects.map(({ p50 }) => median(p50))
  const ratio = (p50s.at(-1) ?? Number.NaN) / (p50s[0] ?? Number.NaN)
  return [
    ...subjects.map(({ size, p50 }) => ({
      what: `${size.toLocaleString('en')} stored intents, p50`,
      value: median(p50),
      spread: spread(p50),
      unit: 'ms',
    })),
    {
      what: 'from fewest to most stored intents',
      value: ratio,
      unit: '×',
      goal: { text: `≤ ${GOAL}`, met: ratio <= GOAL },
    },
  ]
}

/** One open intent per hundred; the others have ended, as in a product that deletes none. */
async function store(url: string, count: number) {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    `insert into connect_intents (id, user_id, provider, method, mode, idempotency_key, state, revision, step,
       checkpoint_id, awaiting, faults, next_poll_at, created_at, expires_at, ended_at)
     select md5('intent' || n), 'user-' || n % 50000, 'linkedin', 'credentials', 'link', md5('key' || n),
       md5('state' || n), 3, case when n % 100 = 0 then '{"type":"otp","id":"c"}' else '{"type":"canceled"}' end::jsonb,
       case when n % 100 = 0 then 'c' end, false, 0, now(), now() - n * interval '1 second',
       now() + interval '1 day', case when n % 100 <> 0 then now() end
     from generate_series(1, $1::int) as n`,
    [count],
  )
  await client.query('vacuum analyze connect_intents')
  await client.query('checkpoint')
  await client.end()
}
