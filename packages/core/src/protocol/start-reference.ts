const PREFIX = 'key:'

/** Names an intent by the idempotency key of its start, for a caller that has not received its id yet. */
export function startReference(idempotencyKey: string): string {
  return PREFIX + idempotencyKey
}

/** The key in such a reference; `undefined` for an intent's id. */
export function keyOfReference(reference: string): string | undefined {
  return reference.startsWith(PREFIX) ? reference.slice(PREFIX.length) : undefined
}
