import { checkClock } from './checks/check-clock.ts'
import { checkDatabase } from './checks/check-database.ts'
import { checkEndpoint } from './checks/check-endpoint.ts'
import { checkKey } from './checks/check-key.ts'
import { checkOAuthClients } from './checks/check-oauth-clients.ts'
import { checkProviders } from './checks/check-providers.ts'
import { checkPublicUrl } from './checks/check-public-url.ts'
import { checkReturnOrigins } from './checks/check-return-origins.ts'
import { checkReturns } from './checks/check-returns.ts'
import { checkSessionSecret } from './checks/check-session-secret.ts'
import { checkWebhookSecret } from './checks/check-webhook-secret.ts'
import type { Check, Finding } from './checks/finding.ts'
import type { Environment } from './environment.ts'
import type { Output } from './output.ts'

/** The checks, in the order in which they are reported. */
const checks: readonly (readonly [name: string, check: Check])[] = [
  ['Unipile key', checkKey],
  ['Clock', checkClock],
  ['Webhook secret', checkWebhookSecret],
  ['Webhook endpoint', checkEndpoint],
  ['Database', checkDatabase],
  ['Providers', checkProviders],
  ['OAuth clients', checkOAuthClients],
  ['Public URL', checkPublicUrl],
  ['Return origins', checkReturnOrigins],
  ['Returns from consent', checkReturns],
  ['Session secret', checkSessionSecret],
]

const marks: Readonly<Record<Finding['status'], string>> = { passed: '✓', failed: '✗', skipped: '–' }

/**
 * Checks a host's settings and the services that it depends on. It changes nothing and shows no secret.
 * @returns whether nothing failed.
 */
export async function runDoctor(
  environment: Environment,
  { json }: { readonly json: boolean },
  output: Output,
): Promise<boolean> {
  const findings = await Promise.all(
    checks.map(async ([name, check]) => ({ name, ...(await check(environment)) })),
  )
  const ok = findings.every(({ status }) => status !== 'failed')
  if (json) {
    output.result(JSON.stringify({ ok, checks: findings }, null, 2))
    return ok
  }
  for (const { name, status, detail, remedy } of findings) {
    output.result(`${marks[status]} ${name}: ${detail}`)
    if (remedy) output.result(`  → ${remedy}`)
  }
  return ok
}
