import type { Session } from '../session/session-tokens.ts'

/** Whose calls and streams are counted together: the holder of a hosted link does not spend its maker's. */
export function countedAs({ userId, link }: Session): string {
  return link ? `link ${link.id}` : `user ${userId}`
}
