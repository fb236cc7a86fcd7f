/** The closed lists of words that the state, the phone and the wire share. */

export const codeChannels = ['EMAIL', 'SMS', 'WHATSAPP'] as const
export const accountStatuses = ['running', 'errored', 'disconnected', 'paused'] as const

/** The statuses of an initial sync that the phone can set. */
export const syncStatuses = ['running', 'failed', 'completed'] as const

export const deliveryModes = ['normal', 'doubled', 'reordered', 'lost'] as const

export type CodeChannel = (typeof codeChannels)[number]
export type AccountStatus = (typeof accountStatuses)[number]
export type SyncStatus = (typeof syncStatuses)[number]
export type DeliveryMode = (typeof deliveryModes)[number]
