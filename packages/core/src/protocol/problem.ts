import * as v from 'valibot'

/** An RFC 9457 problem document with our members `code`, `fields` and `retryAfter`. */
export const problemSchema = v.looseObject({
  code: v.string(),
  status: v.number(),
  title: v.string(),
  type: v.exactOptional(v.string()),
  detail: v.exactOptional(v.string()),
  /** Seconds. */
  retryAfter: v.exactOptional(v.number()),
  fields: v.exactOptional(v.array(v.object({ name: v.string(), message: v.string() }))),
})

export type Problem = v.InferOutput<typeof problemSchema>

/** The media type of a problem document (RFC 9457, section 3). */
export const problemMediaType = 'application/problem+json'
