import type { Method } from '../protocol/index.ts'
import { startReference } from '../protocol/start-reference.ts'
import type { ConnectContext } from './connect.types.ts'

/** Whether the user has to fill in anything before a start with this method. */
export function hasForm(method: Method | undefined): boolean {
  if (!method || method.kind === 'consent') return false
  return !!method.userProxy || (method.kind === 'form' && method.fields.length > 0)
}

/** The intent that this flow has open or is starting: its id, or the key of its start. */
export function openIntent({ intent, startKey }: ConnectContext): string | undefined {
  return intent?.id ?? (startKey === undefined ? undefined : startReference(startKey))
}

/** The same, or the intent that the flow was given to resume or stored before a reload. */
export function resumableId(context: ConnectContext): string | undefined {
  return openIntent(context) ?? context.intentId ?? context.memory.read()
}
