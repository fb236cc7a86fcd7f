/**
 * Runs two instances on a real PostgreSQL, in front of the sandbox, while users link accounts and faults
 * happen: instances are killed, the database restarts, calls to Unipile are slow, fail or break off, webhooks
 * are doubled, lost and reordered, users reload, answer twice and leave. At the end everything must agree:
 * see `find-violations.ts`. Exits with 1, the violations and the seed if it does not.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startSandbox } from '@connect-account/sandbox'
import { startPostgres } from '@connect-account/test-postgres'
import { createRandom, type Random } from '@connect-account/test-random'
import { apiKey, webhookRetriesMs, webhookSecret } from './config.ts'
import { Counters } from './counters.ts'
import { connect, readRecords } from './database-records.ts'
import { startEventEndpoint } from './event-endpoint.ts'
import { countUnreported, type Evidence, findViolations, isLinkedLate } from './find-violations.ts'
import { History } from './history.ts'
import { type Instances, startInstances } from './instances.ts'
import { startLoadBalancer } from './load-balancer.ts'
import { type Options, readOptions, usage } from './options.ts'
import { killInstances, restartDatabase } from './process-faults.ts'
import { createProviderClient } from './provider-client.ts'
import { drawScenario } from './scenarios.ts'
import { startUpstreamFaults } from './upstream-faults.ts'
import { type Surroundings, User } from './user.ts'
import { startWebhookFaults, type WebhookFaults } from './webhook-faults.ts'

const INSTANCES = 2
/** How long users may take to finish after the faults have stopped. */
const LAST_USERS_MS = 12_000
/** How long it may take until everything agrees: leases lapse, intents expire, a reconciliation runs. */
const SETTLE_LIMIT_MS = 60_000
const CHECK_INTERVAL_MS = 500
/** Unipile retries a delivery within this time. */
const QUIET_MS = 1_500

/** Run in reverse order at the end. */
const cleanups: (() => Promise<unknown>)[] = []

async function run({ seed, loadMs, users }: Options): Promise<boolean> {
  const startedAt = performance.now()
  const random = createRandom(seed)
  const counters = new Counters()
  const history = new History()
  const logFolder = await mkdtemp(join(tmpdir(), 'connect-chaos-'))
  const logFile = join(logFolder, 'instances.log')
  log(`Chaos with seed ${seed} for ${loadMs / 1000} seconds. The instances log to ${logFile}.`)

  const postgres = await startPostgres()
  cleanups.push(() => postgres.stop())
  let instances: Instances | undefined
  const balancer = await startLoadBalancer(() => instances ?? { urls: () => [] }, random.derive('balancer'))
  cleanups.push(() => balancer.close())
  const webhooks = await startWebhookFaults(() => balancer.url, random.derive('webhooks'), counters)
  cleanups.push(() => webhooks.close())
  const sandbox = await startSandbox({
    port: 0,
    apiKey,
    webhook: { url: `${webhooks.url}/connect/webhooks/unipile`, secret: webhookSecret },
    timings: { webhookRetriesMs, webhookTimeoutMs: 6_000, syncMs: 300, holdMs: 2_000, resendSeconds: 1 },
  })
  cleanups.push(() => sandbox.close())
  const upstream = await startUpstreamFaults(sandbox.url, random.derive('upstream'), counters)
  cleanups.push(() => upstream.close())
  const endpoint = await startEventEndpoint(random.derive('events'), counters)
  cleanups.push(() => endpoint.close())
  const env = {
    DATABASE_URL: postgres.url,
    UPSTREAM_URL: upstream.url,
    PUBLIC_URL: balancer.url,
    EVENTS_URL: endpoint.url,
  }
  instances = await startInstances(INSTANCES, env, logFile)
  cleanups.push(instances.close)
  await instances.ready()

  const provider = createProviderClient(sandbox.url)
  const faultsEnd = AbortSignal.timeout(loadMs)
  const usersEnd = AbortSignal.timeout(loadMs + LAST_USERS_MS)
  const surroundings = { hostUrl: balancer.url, provider, history }
  const load = linkAccounts(surroundings, users, random.derive('users'), faultsEnd, usersEnd)
  await Promise.all([
    killInstances(instances, INSTANCES, random.derive('kills'), counters, faultsEnd),
    restartDatabase(postgres, random.derive('database'), counters, faultsEnd),
  ])
  upstream.stopFaults()
  webhooks.stopFaults()
  endpoint.stopFaults()
  log('The faults have stopped. Waiting until everything agrees.')
  await load
  await instances.ready()

  const gather = async (): Promise<Evidence> => ({
    history,
    records: await readRecords(database),
    upstream: await provider.accounts(),
    undelivered: webhooks.undelivered('account.add'),
    received: [...endpoint.received],
  })
  const database = await connect(postgres.url)
  cleanups.push(() => database.end())
  const { evidence, violations } = await settle(gather, webhooks)

  console.table(Object.fromEntries(summarize(evidence, counters, performance.now() - startedAt)))
  if (violations.length === 0) {
    await rm(logFolder, { recursive: true })
    log(`Everything agrees. Seed: ${seed}.`)
    return true
  }
  for (const violation of violations) console.error(`✗ ${violation}`)
  console.error(`${violations.length} violations. Seed: ${seed}. Log: ${logFile}`)
  return false
}

/**
 * Keeps `users` users active, each a new one, until `faultsEnd` aborts. Resolves when the last one has
 * finished.
 */
async function linkAccounts(
  surroundings: Surroundings,
  users: number,
  random: Random,
  faultsEnd: AbortSignal,
  usersEnd: AbortSignal,
): Promise<void> {
  let count = 0
  async function runUsers() {
    while (!faultsEnd.aborted) {
      const id = `u${++count}`
      const own = random.derive(id)
      await new User(id, drawScenario(own), surroundings, own, usersEnd).link()
    }
  }
  await Promise.all(Array.from({ length: users }, runUsers))
}

/** Checks again until everything agrees or the time limit is reached. */
async function settle(gather: () => Promise<Evidence>, webhooks: WebhookFaults) {
  const limit = performance.now() + SETTLE_LIMIT_MS
  for (;;) {
    const evidence = await gather()
    const violations = findViolations(evidence)
    // What users were shown cannot change any more.
    const isFinal = performance.now() > limit || evidence.history.violations.length > 0
    if (isFinal || (violations.length === 0 && webhooks.isQuiet(QUIET_MS))) return { evidence, violations }
    await pause(CHECK_INTERVAL_MS)
  }
}

function summarize(evidence: Evidence, counters: Counters, ms: number): [string, number][] {
  const { records } = evidence
  const outcomes = new Counters()
  for (const { type } of records.intents) outcomes.count(`intents: ${type}`)
  return [
    ['intents', records.intents.length],
    ...outcomes.rows(),
    ['accounts linked at the end', records.accounts.length],
    ['accounts linked late', records.intents.filter(isLinkedLate).length],
    ['accounts at Unipile at the end', evidence.upstream.length],
    ['accounts removed at Unipile because no user has them', records.removals.length],
    ['accounts that no event reported', countUnreported(evidence)],
    ['webhook events stored', records.events.length],
    ['events for the host', records.outbox.length],
    ...counters.rows(),
    ['seconds', Math.round(ms / 1000)],
  ]
}

function log(text: string): void {
  process.stderr.write(`${text}\n`)
}

async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)))
}
try {
  const options = readOptions(process.argv.slice(2))
  process.exitCode = (await run(options)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exitCode = 2
} finally {
  await cleanUp()
}
