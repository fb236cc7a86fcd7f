/**
 * What API v1 needs to know of an intent at each call. It has no ids of intents, only those of the future
 * account or of the account to reconnect.
 */
export interface IntentReference {
  /** In API v1's spelling. */
  readonly provider: string
  readonly accountId: string
  /** Whether it is an account that exists. */
  readonly relink: boolean
  /** When it expires, in epoch seconds. */
  readonly until: number
}

/** The reference as the port's opaque intent id. */
export function writeReference({ provider, accountId, relink, until }: IntentReference): string {
  return [provider, relink ? 'relink' : 'link', until, accountId].join(':')
}

/** Reads what `writeReference` wrote; anything else is an intent of another API. */
export function readReference(intentId: string): IntentReference | undefined {
  const [, provider = '', mode, until, accountId = ''] =
    /^([A-Z_]+):(link|relink):(\d+):(.+)$/s.exec(intentId) ?? []
  if (!provider) return undefined
  return { provider, accountId, relink: mode === 'relink', until: Number(until) }
}
