import { listOf, number, object, optional, type Read, recordOf, text } from './reader.ts'

/** What is wrong with one field: its words are in the messages of a locale, by `code`. */
const readFieldError = object({
  name: text,
  code: text,
  /** What the words name, such as the cookie that is missing; never what the user typed. */
  params: optional(recordOf(text)),
})

/** Reads what this kit needs of an RFC 9457 problem document with our members `code`, `fields` and `retryAfter`. */
export const readProblem = object({
  code: text,
  detail: optional(text),
  /** Seconds. */
  retryAfter: optional(number),
  fields: optional(listOf(readFieldError)),
  /** The method that asks for what is missing. */
  method: optional(text),
  /** Values to put into the form, by field name. */
  prefill: optional(recordOf(text)),
  helpUrl: optional(text),
})

export type Problem = Read<typeof readProblem>

/** The media type of a problem document (RFC 9457, section 3). */
export const problemMediaType = 'application/problem+json'
