import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import { percentile } from '../percentile.ts'
import type { RoleProcess } from '../role-process.ts'
import type { BenchContext, Row } from './bench-context.ts'

const WAITS = 2_000
const WARM_UP_WAITS = 200
const APPROVALS = 500
const APPROVALS_PER_SECOND = 50
/** How long until every wait has its poll held upstream, in milliseconds. */
const HELD_LIMIT = 60_000

/** Goals: resident bytes per wait, and milliseconds from an approval to its event within one instance. */
const MEMORY_GOAL = 30_000
const P50_GOAL = 25
const P99_GOAL = 150

/** Open waits on one instance, then waits that one instance starts and another streams. */
export async function measureWaits(context: BenchContext): Promise<Row[]> {
  return [...(await measure(context, 1)), ...(await measure(context, 2))]
}

async function measure(context: BenchContext, instances: 1 | 2): Promise<Row[]> {
  const { upstream, load } = context
  const UPSTREAM_URL = await upstream.url()
  const DATABASE_URL = await context.createDatabase(`waits_${instances}`)
  const starting = context.start('handler', { UPSTREAM_URL, DATABASE_URL })
  const tokens = await starting.ask('tokens', WAITS, v.array(v.string()))
  const startUrl = await starting.url()
  const streaming = instances === 1 ? starting : context.start('handler', { UPSTREAM_URL, DATABASE_URL })
  const streamUrl = await streaming.url()
  const open = (count: number) => load.ask('openWaits', { startUrl, streamUrl, tokens, count }, v.null())
  const approve = (count: number, perSecond: number) =>
    load.ask('approve', { upstreamUrl: UPSTREAM_URL, count, perSecond }, v.array(v.number()))

  await open(WARM_UP_WAITS)
  await untilHeld(upstream, WARM_UP_WAITS)
  await approve(WARM_UP_WAITS, 200)
  const before = await starting.usage()
  context.say(`${WAITS} open waits, ${instances === 1 ? 'one instance' : 'two instances'}`)
  await open(WAITS)
  await untilHeld(upstream, WAITS)
  const after = await starting.usage()
  const latencies = (await approve(APPROVALS, APPROVALS_PER_SECOND)).sort((a, b) => a - b)
  await load.ask('closeStreams', undefined, v.null())
  await starting.stop()
  if (streaming !== starting) await streaming.stop()

  const p50 = percentile(latencies, 0.5)
  const p99 = percentile(latencies, 0.99)
  const place = instances === 1 ? 'within one instance' : 'across two'
  const memory = (after.rss - before.rss) / WAITS
  const [p50Goal, p99Goal] = [P50_GOAL * instances, P99_GOAL * instances]
  return [
    ...(instances === 1
      ? [
          {
            what: `${WAITS} open waits, memory per wait`,
            value: memory / 1000,
            unit: 'kB',
            goal: { text: `≤ ${MEMORY_GOAL / 1000} kB`, met: memory <= MEMORY_GOAL },
          },
        ]
      : []),
    {
      what: `approval to event ${place}, p50`,
      value: p50,
      unit: 'ms',
      goal: { text: `< ${p50Goal} ms`, met: p50 < p50Goal },
    },
    {
      what: `approval to event ${place}, p99`,
      value: p99,
      unit: 'ms',
      goal: { text: `< ${p99Goal} ms`, met: p99 < p99Goal },
    },
  ]
}

async function untilHeld(upstream: RoleProcess, count: number) {
  const limit = Date.now() + HELD_LIMIT
  for (;;) {
    const held = await upstream.ask('held', undefined, v.number())
    if (held === count) return
    if (Date.now() > limit) throw new Error(`Only ${held} of ${count} waits are polled.`)
    await sleep(100)
  }
}
