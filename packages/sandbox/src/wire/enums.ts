/** The closed lists of words that the state, the phone and the wire share. */

export const codeChannels = ['EMAIL', 'SMS', 'WHATSAPP'] as const

/**
 * The statuses of an account (`Account.status` of the official client). `partial` and `degraded` are about one
 * of its products: it needs its owner, or has trouble that passes.
 */
export const accountStatuses = ['running', 'errored', 'disconnected', 'partial', 'degraded'] as const

/** The statuses of an initial sync that the phone can set. */
export const syncStatuses = ['running', 'failed', 'completed'] as const

export const deliveryModes = ['normal', 'doubled', 'reordered', 'lost'] as const

/**
 * The versions of API v2 whose list of events an endpoint may ask for: of the newest official client, or of the
 * one before.
 */
export type EventList = 'newest' | 'older'

/** The events of accounts that an endpoint may ask for (`CreateWebhookEndpointData` of the official client). */
const triggerEvents = [
  'account.add',
  'account.reconnect',
  'account.remove',
  'account.locked',
  'account.unlocked',
  'account.status.running',
  'account.status.disconnected',
  'account.status.errored',
  'account.status.degraded',
  'account.status.partial',
  'account.initial_sync.running',
  'account.initial_sync.failed',
  'account.initial_sync.completed',
] as const

const olderTriggerEvents: readonly string[] = [
  ...triggerEvents.filter((type) => !/degraded|partial|locked/.test(type)),
  'account.status.paused',
]

/** Returns the events that an API of this version knows. */
export function eventsOf(list: EventList): readonly string[] {
  return list === 'newest' ? triggerEvents : olderTriggerEvents
}

/** The two environments of Unipile: an account of one cannot be seen in the other. */
export const apis = ['v2', 'v1'] as const

export type Api = (typeof apis)[number]
export type CodeChannel = (typeof codeChannels)[number]
export type AccountStatus = (typeof accountStatuses)[number]
export type SyncStatus = (typeof syncStatuses)[number]
export type DeliveryMode = (typeof deliveryModes)[number]
