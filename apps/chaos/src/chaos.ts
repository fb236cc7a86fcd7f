/**
 * Two instances on a real PostgreSQL before the sandbox, users who link accounts, and whatever can go wrong, all at once: instances
 * killed, the database restarted, Unipile slow, failing and cut, webhooks doubled, lost and reordered, users who reload, answer
 * twice and leave. Afterwards everything has to agree: see `verdict.ts`. Exits 1 with what does not, and the seed.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startSandbox } from '@connect-account/sandbox'
import { startPostgres } from '@connect-account/test-postgres'
import { apiKey, webhookRetriesMs, webhookSecret } from './arrangement.ts'
import { startBalancer } from './balancer.ts'
import { killInstances, restartDatabase } from './disturbances.ts'
import { type Fleet, startFleet } from './fleet.ts'
import { Ledger } from './ledger.ts'
import { type Options, readOptions, usage } from './options.ts'
import { drawPlan } from './plans.ts'
import { Pocket } from './pocket.ts'
import { createRandomness } from './randomness.ts'
import { connect, readRecords } from './records.ts'
import { Tally } from './tally.ts'
import { startUpstreamFaults } from './upstream-faults.ts'
import { User, type World } from './user.ts'
import { countUnheard, type Evidence, isLate, judge } from './verdict.ts'
import { startWebhookFaults, type WebhookFaults } from './webhook-faults.ts'

const INSTANCES = 2
/** How long users may take to finish once nothing goes wrong any more, in milliseconds. */
const LAST_USERS = 12_000
/** How long it may take until everything agrees, in milliseconds: leases lapse, intents expire, a reconciliation comes round. */
const SETTLE_LIMIT = 60_000
const LOOK_EVERY = 500
/** Unipile tries again within this time, in milliseconds. */
const QUIET = 1_500

/** What has to be undone, in the opposite order. */
const undo: (() => Promise<unknown>)[] = []

async function run({ seed, loadMs, users }: Options): Promise<boolean> {
  const began = performance.now()
  const random = createRandomness(seed)
  const tally = new Tally()
  const ledger = new Ledger()
  const logFolder = await mkdtemp(join(tmpdir(), 'connect-chaos-'))
  const logFile = join(logFolder, 'instances.log')
  say(`Chaos with the seed ${seed} for ${loadMs / 1000} seconds; the instances log to ${logFile}`)

  const postgres = await startPostgres()
  undo.push(() => postgres.stop())
  let fleet: Fleet | undefined
  const balancer = await startBalancer(() => fleet ?? { urls: () => [] }, random.of('balancer'))
  undo.push(() => balancer.close())
  const webhooks = await startWebhookFaults(() => balancer.url, random.of('webhooks'), tally)
  undo.push(() => webhooks.close())
  const sandbox = await startSandbox({
    port: 0,
    apiKey,
    webhook: { url: `${webhooks.url}/connect/webhooks/unipile`, secret: webhookSecret },
    timings: { webhookRetriesMs, webhookTimeoutMs: 6_000, syncMs: 300, holdMs: 2_000, resendSeconds: 1 },
  })
  undo.push(() => sandbox.close())
  const upstream = await startUpstreamFaults(sandbox.url, random.of('upstream'), tally)
  undo.push(() => upstream.close())
  const place = { DATABASE_URL: postgres.url, UPSTREAM_URL: upstream.url, PUBLIC_URL: balancer.url }
  fleet = await startFleet(INSTANCES, place, logFile)
  undo.push(fleet.close)
  await fleet.ready()

  const pocket = new Pocket(sandbox.url)
  const calm = AbortSignal.timeout(loadMs)
  const over = AbortSignal.timeout(loadMs + LAST_USERS)
  const load = linkAccounts({ hostUrl: balancer.url, pocket, ledger }, users, random.of('users'), calm, over)
  await Promise.all([
    killInstances(fleet, INSTANCES, random.of('kills'), tally, calm),
    restartDatabase(postgres, random.of('database'), tally, calm),
  ])
  upstream.calm()
  webhooks.calm()
  say('Nothing goes wrong any more; waiting until everything agrees')
  await load
  await fleet.ready()

  const gather = async (): Promise<Evidence> => ({
    ledger,
    records: await readRecords(database),
    upstream: await pocket.accounts(),
    unheard: webhooks.unheard('account.add'),
  })
  const database = await connect(postgres.url)
  undo.push(() => database.end())
  const { evidence, wrong } = await settle(gather, webhooks)

  console.table(Object.fromEntries(rowsOf(evidence, tally, performance.now() - began)))
  if (wrong.length === 0) {
    await rm(logFolder, { recursive: true })
    say(`All agrees. Seed: ${seed}`)
    return true
  }
  for (const line of wrong) console.error(`✗ ${line}`)
  console.error(`${wrong.length} violations. Seed: ${seed}. Log: ${logFile}`)
  return false
}

/** So many users at a time, each a new one, until `calm`; resolves when the last has left. */
async function linkAccounts(
  world: World,
  users: number,
  random: ReturnType<typeof createRandomness>,
  calm: AbortSignal,
  over: AbortSignal,
): Promise<void> {
  let count = 0
  async function seat() {
    while (!calm.aborted) {
      const id = `u${++count}`
      const own = random.of(id)
      await new User(id, drawPlan(own), world, own, over).link()
    }
  }
  await Promise.all(Array.from({ length: users }, seat))
}

/** Looks again and again until everything agrees, or the time for that is over. */
async function settle(gather: () => Promise<Evidence>, webhooks: WebhookFaults) {
  const limit = performance.now() + SETTLE_LIMIT
  for (;;) {
    const evidence = await gather()
    const wrong = judge(evidence)
    const isOver = performance.now() > limit || evidence.ledger.violations.length > 0
    if (isOver || (wrong.length === 0 && webhooks.isQuiet(QUIET))) return { evidence, wrong }
    await pause(LOOK_EVERY)
  }
}

function rowsOf(evidence: Evidence, tally: Tally, ms: number): [string, number][] {
  const { records } = evidence
  const ends = new Tally()
  for (const { type } of records.intents) ends.count(`intents: ${type}`)
  return [
    ['intents', records.intents.length],
    ...ends.rows(),
    ['accounts linked at the end', records.accounts.length],
    ['accounts linked late', records.intents.filter(isLate).length],
    ['accounts that nothing told of', countUnheard(evidence)],
    ['webhook events taken in', records.events.length],
    ...tally.rows(),
    ['seconds', Math.round(ms / 1000)],
  ]
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

async function undoAll(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step()
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void undoAll().finally(() => process.exit(130)))
}
try {
  const options = readOptions(process.argv.slice(2))
  process.exitCode = (await run(options)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exitCode = 2
} finally {
  await undoAll()
}
