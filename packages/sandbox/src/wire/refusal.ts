import * as v from 'valibot'

/** What a refusal says on Unipile's wire (RFC 7807 style); the phone refuses in the same words. */
export const refusalSchema = v.object({
  status: v.picklist([400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 500, 501, 503, 504]),
  /** `thrower/info`: `api/…` from Unipile itself, `provider/…` from the provider. */
  type: v.string(),
  title: v.string(),
  detail: v.exactOptional(v.string()),
  /** Seconds, sent as `Retry-After`. */
  retryAfter: v.exactOptional(v.number()),
})

export type Refusal = v.InferOutput<typeof refusalSchema>
