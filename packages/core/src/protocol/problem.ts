import { listOf, number, object, optional, type Read, recordOf, text } from './reader.ts'

/** Reads what this kit needs of an RFC 9457 problem document with our members `code`, `fields` and `retryAfter`. */
export const readProblem = object({
  code: text,
  detail: optional(text),
  /** Seconds. */
  retryAfter: optional(number),
  fields: optional(listOf(object({ name: text, message: text }))),
  /** Values to put into the form, by field name. */
  prefill: optional(recordOf(text)),
  helpUrl: optional(text),
})

export type Problem = Read<typeof readProblem>

/** The media type of a problem document (RFC 9457, section 3). */
export const problemMediaType = 'application/problem+json'
