import type { LinkContext } from './link-context.ts'

/** Which links the host revokes. */
export interface LinkRevocation {
  /** The host's own id of the user whose account it would become. */
  readonly userId: string
  /** Default: all of the user's. */
  readonly id?: string
}

/**
 * Ends links that have linked no account yet, and the attempts that were started from them. Repeating it changes
 * nothing.
 * @returns how many it ended.
 */
export async function revokeLinks(
  { links, intentStore, intents, now }: Pick<LinkContext, 'links' | 'intentStore' | 'intents' | 'now'>,
  which: LinkRevocation,
): Promise<number> {
  const revoked = await links.revoke(which, new Date(now()))
  for (const id of await intentStore.listOpenOfLinks(revoked)) await intents.cancelForHost(id)
  return revoked.length
}
