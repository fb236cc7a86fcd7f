import { readStored } from './evidence.ts'
import { findLeaks } from './find-leaks.ts'
import { findLoggedErrors, findNoise } from './find-noise.ts'
import { findViolations } from './find-violations.ts'
import type { Walk } from './walk.ts'

/** Milliseconds. How long the list and the webhooks may take to agree with the end. */
const AGREE_LIMIT = 15_000

/** Compares what the user was told with what is stored, again until both agree or time is up. */
export async function compare(walk: Walk): Promise<void> {
  const { plan, stack, context, witness, phone, oldAccounts, cancels, hasLostWebhooks } = walk
  const { told, calls } = witness
  let violations: string[] = []
  await walk.becomes(AGREE_LIMIT, async () => {
    violations = findViolations({
      ...(await readStored(context, stack.url, witness, phone, oldAccounts)),
      script: plan.script,
      provider: plan.provider.id,
      told,
      calls,
      listed: (await walk.read(walk.firstTab)).rows,
      disconnected: new Set(
        calls.flatMap(({ method, path }) => (method === 'DELETE' ? path.split('/').slice(-1) : [])),
      ),
      cancels,
      hasLostWebhooks,
    })
    return violations.length === 0
  })
  walk.violations.push(...violations)
}

/** Checks what was logged, and that no secret is anywhere. */
export async function inspectTraces(walk: Walk): Promise<void> {
  const { plan, stack, witness, tabs, hasNetworkFaults } = walk
  const { pageErrors, console, urls } = witness
  const serverLog = stack.takeLog()
  const storage = await Promise.all(
    tabs.map((page) =>
      page
        .evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href]))
        // The browser's own error page has no storage.
        .catch(() => ''),
    ),
  )
  const faults = { network: hasNetworkFaults, upstream: hasUpstreamFault(plan.script) }
  const texts = console.map(({ text }) => text)
  walk.violations.push(
    ...pageErrors.map((error) => `page error: ${error}`),
    ...findNoise(console, stack, faults),
    ...findLoggedErrors(serverLog).map((line) => `server's log: ${line}`),
    ...findLeaks({ storage, urls, console: texts, serverLog }, [plan.password]),
  )
}

function hasUpstreamFault(script: string): boolean {
  return /slow|outage|rate-limited|timeout|garbage|reset|oauth-error/.test(script)
}
