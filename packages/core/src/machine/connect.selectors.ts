import type { Method } from '../protocol/index.ts'
import type { ConnectContext } from './connect.types.ts'

/** Whether the user has to fill in anything before a start with this method. */
export function hasForm(method: Method | undefined): boolean {
  if (!method || method.kind === 'consent') return false
  return !!method.userProxy || (method.kind === 'form' && method.fields.length > 0)
}

/** The intent that this flow had open, was given to resume, or stored before a reload. */
export function resumableId({ intent, intentId, memory }: ConnectContext): string | undefined {
  return intent?.id ?? intentId ?? memory.read()
}
