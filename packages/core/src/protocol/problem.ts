import { listOf, number, object, optional, type Read, recordOf, text } from './reader.ts'

/** What is wrong with one field: the text is in the messages of a locale, by `code`. */
const readFieldError = object({
  name: text,
  code: text,
  /** Values for the text, such as the name of the missing cookie; never what the user typed. */
  params: optional(recordOf(text)),
})

/**
 * Reads the part of an RFC 9457 problem document that the kit needs, with our members `code`, `fields` and
 * `retryAfter`.
 */
export const readProblem = object({
  code: text,
  detail: optional(text),
  /** Seconds. */
  retryAfter: optional(number),
  fields: optional(listOf(readFieldError)),
  /** The method that asks for the missing values. */
  method: optional(text),
  /** Values to put into the form, by field name. */
  prefill: optional(recordOf(text)),
  helpUrl: optional(text),
})

export type Problem = Read<typeof readProblem>

/** The media type of a problem document (RFC 9457, section 3). */
export const problemMediaType = 'application/problem+json'
