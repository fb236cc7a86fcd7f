import pg from 'pg'
import * as v from 'valibot'
import { walkResultSchema } from '../load/walk.ts'
import { median, spread } from '../percentile.ts'
import type { RoleProcess } from '../role-process.ts'
import type { BenchContext, Row } from './bench-context.ts'
import { countWrites } from './count-writes.ts'

/** Concurrent browsers. */
const CONNECTIONS = 64
const USERS = 2_000
const ROUNDS = 7
const SECONDS = 4
const WARM_UP_SECONDS = 10
/** The handler's requests per second relative to those of the forwarder that writes as much. */
const GOAL = 0.7
/**
 * The handler's statements per start and solve: one adds the intent, one poses the checkpoint, one takes the
 * turn, one links.
 */
const STATEMENTS = 4

interface Subject {
  readonly name: string
  readonly process: RoleProcess
  readonly url: string
  readonly tokens?: readonly string[]
}

/**
 * Start and solve through the handler, and through two floors to the same upstream, in alternating rounds.
 */
export async function measureThroughput(context: BenchContext): Promise<Row[]> {
  const UPSTREAM_URL = await context.upstream.url()
  const database = await context.createDatabase('throughput')
  const handler = context.start('handler', { UPSTREAM_URL, DATABASE_URL: database })
  const tokens = await handler.ask('tokens', USERS, v.array(v.string()))
  const subject = { name: 'handler', process: handler, url: await handler.url(), tokens }

  const writes = await countDurableWrites(context)
  const forwarder = async (name: string, count: number): Promise<Subject> => {
    const DATABASE_URL =
      count > 0 ? await createWritesTable(await context.createDatabase(`writes_${count}`)) : ''
    const process = context.start('forwarder', { UPSTREAM_URL, DATABASE_URL, WRITES: String(count) })
    return { name, process, url: await process.url() }
  }
  const subjects: Subject[] = [
    await forwarder('floor a, forwards', 0),
    await forwarder('floor b, forwards and writes', Math.round(writes)),
    await forwarder(`forwards and writes ${STATEMENTS} times`, STATEMENTS),
    subject,
  ]
  for (const each of subjects) await walk(context, each, WARM_UP_SECONDS)

  const rounds = new Map(subjects.map(({ name }) => [name, [] as Round[]]))
  for (let round = 0; round < ROUNDS; round++) {
    context.say(`start and solve, round ${round + 1} of ${ROUNDS}`)
    const first = round % subjects.length
    for (const each of [...subjects.slice(first), ...subjects.slice(0, first)])
      rounds.get(each.name)?.push(await measureRound(context, each))
  }
  for (const { process } of subjects) await process.stop()

  const rates = [...rounds].map(([name, measured]) => ({
    name,
    rate: median(measured.map(({ rate }) => rate)),
  }))
  const [a = 1, b = 1, fewer = 1, ours = 0] = rates.map(({ rate }) => rate)
  return [
    { what: 'handler, durable writes per start and solve', value: writes, unit: '' },
    ...[...rounds].flatMap(([name, measured]) => rowsOf(name, measured)),
    { what: 'handler to floor a', value: ours / a, unit: '×' },
    {
      what: 'handler to floor b',
      value: ours / b,
      unit: '×',
      goal: { text: `≥ ${GOAL}`, met: ours / b >= GOAL },
    },
    { what: `handler to a forwarder that writes ${STATEMENTS} times`, value: ours / fewer, unit: '×' },
  ]
}

async function countDurableWrites(context: BenchContext): Promise<number> {
  const DATABASE_URL = await context.createDatabase('counted')
  const handler = context.start('handler', { UPSTREAM_URL: await context.upstream.url(), DATABASE_URL })
  const tokens = await handler.ask('tokens', 1, v.array(v.string()))
  const subject = { name: 'handler', process: handler, url: await handler.url(), tokens }
  const { requests } = await walk(context, subject, 2)
  await handler.stop()
  return (await countWrites(DATABASE_URL)) / (requests / 2)
}

async function createWritesTable(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    'create table bench_writes (id text primary key, revision int not null, step jsonb not null, rest text not null)',
  )
  await client.end()
  return url
}

interface Round {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  /** Milliseconds of the subject's processor time per request. */
  readonly cpu: number
}

async function measureRound(context: BenchContext, subject: Subject): Promise<Round> {
  const before = await subject.process.usage()
  const { requests, seconds, p50, p99 } = await walk(context, subject, SECONDS)
  const after = await subject.process.usage()
  return { rate: requests / seconds, p50, p99, cpu: (after.cpu - before.cpu) / 1000 / requests }
}

function walk({ load }: BenchContext, { url, tokens }: Subject, seconds: number) {
  return load.ask('walk', { url, tokens, connections: CONNECTIONS, seconds }, walkResultSchema)
}

function rowsOf(name: string, rounds: Round[]): Row[] {
  const row = (what: string, key: keyof Round, unit: string): Row => {
    const values = rounds.map((round) => round[key])
    return { what: `${name}, ${what}`, value: median(values), spread: spread(values), unit }
  }
  return [
    row('requests per second', 'rate', '/s'),
    row('p50', 'p50', 'ms'),
    row('p99', 'p99', 'ms'),
    row('CPU per request', 'cpu', 'ms'),
  ]
}
