/**
 * Every place where Unipile's public documentation leaves the wire open and this driver had to choose. Change the choice
 * here; nothing else knows it.
 */
import * as v from 'valibot'

/** `code` is required even while nothing is there to send: integrators send an empty one for a scan or an approval. */
export const WAITING_CODE = ''

/** API v1's code for another method, tried where `checkpoint/request` is not known (404, 405). */
export const ANOTHER_WAY_CODE = 'TRY_ANOTHER_WAY'

/** How our catalogue's provider ids are spelt upstream, where that differs. */
const providerSpelling: Readonly<Record<string, string>> = {}

export function upstreamProvider(provider: string): string {
  return providerSpelling[provider] ?? provider
}

/** What `credentials` holds for each of our methods; a method that is not here sends its form's fields as they are. */
export function upstreamCredentials(method: string, fields: Record<string, string>): Record<string, unknown> {
  return method === 'qr' ? { ...fields, qrcode: true } : fields
}

/**
 * A restricted account's `detail` carries "the reason and the provider's user id" in a form that is not documented: the text
 * is the reason, and an id is taken from it where one is announced as such (`… user id: 123`, `provider_id=123`).
 */
export function readRestriction(detail: string | undefined): { reason?: string; providerUserId?: string } {
  if (!detail) return {}
  const id = /(?:user|provider)[ _-]?id["']?\s*[:=]?\s*["']?([\w.:@-]*\w)/i.exec(detail)?.[1]
  return { reason: detail, ...(id ? { providerUserId: id } : {}) }
}

/** `account.add` and `account.reconnect` "carry `state`": in the payload, or beside it. */
export const webhookStateSchema = v.looseObject({
  state: v.optional(v.nullable(v.string())),
  payload: v.optional(v.nullable(v.looseObject({ state: v.optional(v.nullable(v.string())) }))),
})
