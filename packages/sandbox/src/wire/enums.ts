/** The closed lists of words that the state, the phone and the wire share. */

export const codeChannels = ['EMAIL', 'SMS', 'WHATSAPP'] as const
export const accountStatuses = ['running', 'errored', 'disconnected', 'paused'] as const

/** The statuses of an initial sync that the phone can set. */
export const syncStatuses = ['running', 'failed', 'completed'] as const

export const deliveryModes = ['normal', 'doubled', 'reordered', 'lost'] as const

/** The events that an endpoint may ask for (`CreateWebhookEndpointData` of the official client), of accounts. */
export const triggerEvents = [
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

export type CodeChannel = (typeof codeChannels)[number]
export type AccountStatus = (typeof accountStatuses)[number]
export type SyncStatus = (typeof syncStatuses)[number]
export type DeliveryMode = (typeof deliveryModes)[number]
