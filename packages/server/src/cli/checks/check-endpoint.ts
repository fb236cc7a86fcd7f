import { openUpstream, webhookUrl } from '../environment.ts'
import { describeMissing, faultsOf, hasOlderEvents } from '../sync-webhooks.ts'
import { type Check, failed, failedCall, passed, skipped } from './finding.ts'

/** Whether Unipile sends every needed event here. */
export const checkEndpoint: Check = async (environment) => {
  const url = webhookUrl(environment)
  if (!url) return skipped('cannot be checked without PUBLIC_URL.')
  try {
    const upstream = openUpstream(environment)
    try {
      const endpoint = (await upstream.webhookEndpoints.list()).find((one) => one.url === url)
      const sync = `npx @connect-account/server webhooks sync --url ${url}`
      if (!endpoint) return failed(`Unipile has none for ${url}.`, `Run: ${sync}`)
      const faults = faultsOf(endpoint, upstream.webhookEndpoints)
      if (faults.length > 0) return failed(`${endpoint.id}: ${faults.join('; ')}.`, `Run: ${sync}`)
      const { webhookSecret } = environment
      if (webhookSecret && endpoint.secret && endpoint.secret.reveal() !== webhookSecret) {
        return failed(
          `${endpoint.id} signs with another secret than UNIPILE_WEBHOOK_SECRET.`,
          "Set UNIPILE_WEBHOOK_SECRET to this endpoint's secret, as the dashboard shows it.",
        )
      }
      if (hasOlderEvents(endpoint, upstream.webhookEndpoints)) {
        return passed(`${endpoint.id}: ${describeMissing(upstream.webhookEndpoints)}`)
      }
      return passed(`${endpoint.id} receives every event that is needed.`)
    } finally {
      await upstream.close()
    }
  } catch (error) {
    return failedCall(error)
  }
}
