import * as v from 'valibot'
import { newId } from './identifiers.ts'

/** An error on Unipile's wire (similar to RFC 7807). The phone uses the same format. */
export const refusalSchema = v.object({
  status: v.picklist([400, 401, 403, 404, 405, 409, 410, 413, 422, 425, 429, 500, 501, 503, 504]),
  /** `thrower/info`: `api/…` from Unipile itself, `provider/…` from the provider. */
  type: v.string(),
  title: v.string(),
  detail: v.exactOptional(v.string()),
  /** Seconds, sent as `Retry-After`. */
  retryAfter: v.exactOptional(v.number()),
})

export type Refusal = v.InferOutput<typeof refusalSchema>

/** Returns a refusal as a response in the format of API v2. */
export function refusalResponse({ status, type, title, detail, retryAfter }: Refusal): Response {
  const body = {
    object: 'Error',
    type,
    status,
    title,
    ...(detail !== undefined && { detail }),
    req_id: newId('req'),
  }
  return Response.json(body, {
    status,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  })
}
