import * as v from 'valibot'
import { attackResultSchema } from '../load/one-user.ts'
import { median, percentile, spread } from '../percentile.ts'
import type { BenchContext, Row } from './bench-context.ts'

const STREAMS = 2_500
const CHANGES = 10
const ROUNDS = 5
const SECONDS = 8
/** The highest allowed ratio of a bystander's times during the attack to the same times before it. */
const GOAL = 2
/** How many streams one user may have on an instance. */
const OPEN_GOAL = 20
/** Bytes that the attack may take, however many streams it asks for. */
const MEMORY_GOAL = 30_000_000

/** One user asks for thousands of event streams and makes changes, while another one reads their accounts. */
export async function measureOneUser(context: BenchContext): Promise<Row[]> {
  const UPSTREAM_URL = await context.upstream.url()
  const handler = context.start('handler', {
    UPSTREAM_URL,
    DATABASE_URL: await context.createDatabase('one_user'),
  })
  const url = await handler.url()
  const bystander = context.start('load', {})
  const tokens = await handler.ask('tokens', ROUNDS + 2, v.array(v.string()))
  const [token, warmUp] = tokens
  const read = async (seconds: number) => {
    const latencies = await bystander.ask('readAccounts', { url, token, seconds }, v.array(v.number()))
    return latencies.sort((a, b) => a - b)
  }
  const attack = (by: string | undefined, streams: number, seconds: number) =>
    context.load.ask(
      'attackWithStreams',
      { url, token: by, streams, seconds, changes: CHANGES },
      attackResultSchema,
    )
  const endAttack = () => context.load.ask('endAttack', undefined, v.null())

  await Promise.all([read(3), attack(warmUp, STREAMS / 10, 3)])
  await endAttack()
  const rounds: { idle: number[]; attacked: number[]; memory: number; open: number; answered: number }[] = []
  for (const by of tokens.slice(2)) {
    context.say(`${STREAMS} streams of one user, round ${rounds.length + 1} of ${ROUNDS}`)
    const before = await handler.usage()
    const idle = await read(SECONDS)
    const [attacked, { opened, refused, open }] = await Promise.all([
      read(SECONDS),
      attack(by, STREAMS, SECONDS * 0.9),
    ])
    const after = await handler.usage()
    rounds.push({ idle, attacked, memory: after.rss - before.rss, open, answered: opened + refused })
    await endAttack()
  }
  await bystander.stop()
  await handler.stop()

  const open = Math.max(...rounds.map((round) => round.open))
  const memory = Math.max(...rounds.map((round) => round.memory))
  const shares = [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const
  return [
    ...shares.flatMap(([name, share]): Row[] => {
      const idle = rounds.map((round) => percentile(round.idle, share))
      const attacked = rounds.map((round) => percentile(round.attacked, share))
      const ratio = median(rounds.map((_, index) => (attacked[index] ?? 0) / (idle[index] ?? 0)))
      return [
        { what: `a bystander's read, idle, ${name}`, value: median(idle), spread: spread(idle), unit: 'ms' },
        {
          what: `a bystander's read, ${STREAMS} streams of one user asked for, ${name}`,
          value: median(attacked),
          spread: spread(attacked),
          unit: 'ms',
        },
        {
          what: `a bystander's ${name}, attacked to idle`,
          value: ratio,
          unit: '×',
          goal: { text: `< ${GOAL}`, met: ratio < GOAL },
        },
      ]
    }),
    {
      what: 'streams of one user that stay open',
      value: open,
      unit: '',
      goal: {
        text: `≤ ${OPEN_GOAL}, each of ${STREAMS} answered`,
        met: open <= OPEN_GOAL && rounds.every(({ answered }) => answered === STREAMS),
      },
    },
    {
      what: 'memory that the streams of one user take',
      value: memory / 1_000_000,
      unit: 'MB',
      goal: { text: `≤ ${MEMORY_GOAL / 1_000_000} MB`, met: memory <= MEMORY_GOAL },
    },
  ]
}
