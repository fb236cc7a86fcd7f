import type { Method } from '../protocol/index.ts'
import type { ConnectContext } from './connect.types.ts'

/** The method of a mail provider that asks for the server's settings. */
export const SETTINGS_METHOD = 'manual'

/** Whether there is anything to ask before a start by this method. */
export function hasForm(method: Method | undefined): boolean {
  return !!method && (method.fields.length > 0 || !!method.userProxy)
}

/** The intent that this flow was in, was asked to resume, or remembers from before a reload. */
export function resumableId({ intent, intentId, memory }: ConnectContext): string | undefined {
  return intent?.id ?? intentId ?? memory.read()
}
