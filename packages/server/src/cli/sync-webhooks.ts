import { ConnectError } from '@connect-account/core/errors'
import type { WebhookEndpoint, WebhookEndpoints } from '../upstream/upstream.ts'
import type { Output } from './output.ts'

export interface SyncInput {
  /** Where the handler receives webhooks. */
  readonly url: string
  /** Prints what would change, and changes nothing. */
  readonly dryRun: boolean
}

/**
 * Creates or corrects the webhook endpoint of this URL as the handler needs it: enabled, for all accounts,
 * sent exactly the events that are acted on. A second run changes nothing. The secret of a new endpoint goes
 * to standard output, once and alone on its line, so that it can be appended to a file of variables.
 */
export async function syncWebhooks(
  endpoints: WebhookEndpoints,
  { url, dryRun }: SyncInput,
  output: Output,
): Promise<void> {
  const [there, ...others] = (await endpoints.list()).filter((endpoint) => endpoint.url === url)
  if (others.length > 0) {
    output.note(
      `There are ${others.length + 1} endpoints of ${url}: each event is delivered that many times. Remove all but ${there?.id}.`,
    )
  }
  if (!there) {
    output.note(
      `${dryRun ? 'Would create' : 'Creating'} the endpoint ${url} with ${endpoints.triggerEvents.length} events.`,
    )
    if (dryRun) return
    const created = await withKnownEvents(endpoints, output, (events) =>
      endpoints.create({ url, events, description: 'Connect Account' }),
    )
    tellSecret(created, output)
    return
  }
  const faults = faultsOf(there, endpoints)
  if (faults.length === 0) {
    output.note(`The endpoint ${there.id} is as it should be. Nothing was changed.`)
    if (hasOlderEvents(there, endpoints)) output.note(describeMissing(endpoints))
    return
  }
  output.note(`${dryRun ? 'Would correct' : 'Correcting'} the endpoint ${there.id}: ${faults.join('; ')}.`)
  if (dryRun) return
  await withKnownEvents(endpoints, output, (events) =>
    endpoints.update(there.id, { events, enabled: true, accountIds: [] }),
  )
  output.note('Done. Its secret stays the same.')
}

type EventLists = Pick<WebhookEndpoints, 'triggerEvents' | 'olderTriggerEvents'>

/** Whether an endpoint is sent all that an older version of Unipile's has. */
export function hasOlderEvents(
  { events }: WebhookEndpoint,
  { triggerEvents, olderTriggerEvents }: EventLists,
): boolean {
  return !isSame(events, triggerEvents) && isSame(events, olderTriggerEvents)
}

/** What an application whose Unipile has the older events hears of late. */
export function describeMissing(lists: EventLists): string {
  return `It is sent the older events. ${nameNewest(lists)} are noticed by the regular comparison alone.`
}

/** The events that an older version of Unipile's does not have. */
function nameNewest({ triggerEvents, olderTriggerEvents }: EventLists): string {
  return triggerEvents.filter((type) => !olderTriggerEvents.includes(type)).join(', ')
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((type) => others.includes(type))
}

/** What is wrong with an endpoint, in words; empty if nothing is. */
export function faultsOf(endpoint: WebhookEndpoint, lists: EventLists): string[] {
  const { enabled, events, accountIds } = endpoint
  const triggerEvents = hasOlderEvents(endpoint, lists) ? lists.olderTriggerEvents : lists.triggerEvents
  const missing = triggerEvents.filter((type) => !events.includes(type))
  const spare = events.filter((type) => !triggerEvents.includes(type))
  return [
    ...(enabled ? [] : ['it is disabled']),
    ...(missing.length > 0 ? [`it is not sent ${missing.join(', ')}`] : []),
    ...(spare.length > 0 ? [`it is sent ${spare.join(', ')}, which is not used`] : []),
    ...(accountIds.length > 0 ? ['it is limited to some accounts'] : []),
  ]
}

/** Asks for the newest events, and for the older ones if Unipile does not know them. */
async function withKnownEvents(
  lists: EventLists,
  output: Output,
  send: (events: readonly string[]) => Promise<WebhookEndpoint>,
): Promise<WebhookEndpoint> {
  try {
    return await send(lists.triggerEvents)
  } catch (error) {
    if (!(error instanceof ConnectError && error.code === 'upstream_rejected')) throw error
    output.note(`Unipile refuses the newest events (${nameNewest(lists)}). Asking for the older ones.`)
    return send(lists.olderTriggerEvents)
  }
}

function tellSecret({ id, secret }: WebhookEndpoint, output: Output): void {
  if (!secret) {
    output.note(
      `Created ${id}. Its secret is the one in UNIPILE_WEBHOOK_SECRET, or the one that the dashboard shows.`,
    )
    return
  }
  output.note(`Created ${id}. Set this variable where the host runs; it is not shown again:`)
  output.result(`UNIPILE_WEBHOOK_SECRET=${secret.reveal()}`)
}
