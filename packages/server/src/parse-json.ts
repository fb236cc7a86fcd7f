import { ConnectError, type FieldError, type FieldErrorCode } from '@connect-account/core/errors'
import * as v from 'valibot'
import { toStorableJson } from './storable-text.ts'

/** How deep lists and objects may be nested. */
const MAX_DEPTH = 32

/**
 * Parses JSON of this shape from outside. @throws ConnectError that says what is wrong with it, and never
 * quotes it.
 */
export function parseJson<S extends v.GenericSchema>(bytes: Uint8Array, schema: S): v.InferOutput<S> {
  return parseValue(decode(bytes), schema)
}

/** The same for what Unipile sends by itself: its texts are made storable instead of refused. */
export function parseEvent<S extends v.GenericSchema>(bytes: Uint8Array, schema: S): v.InferOutput<S> {
  return parseValue(toStorableJson(decode(bytes)), schema)
}

function parseValue<S extends v.GenericSchema>(value: unknown, schema: S): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  throw new ConnectError('invalid_request', { fields: parsed.issues.map(readIssue) })
}

/** The parser's own error quotes the text, so it is dropped. */
function decode(bytes: Uint8Array): unknown {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ConnectError('invalid_json')
  }
  if (!isPlain(value, MAX_DEPTH)) {
    throw new ConnectError('invalid_request', {
      detail: 'The body is nested too deeply, or has a member named __proto__.',
      fields: [{ name: 'body', code: 'nested_too_deep' }],
    })
  }
  return value
}

/** Whether reading or copying it can neither exhaust the stack nor change an object's prototype. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return false
  return Object.values(value).every((member) => isPlain(member, depth - 1))
}

/** The schema library's messages quote what was sent; these do not. */
function readIssue(issue: v.BaseIssue<unknown>): FieldError<FieldErrorCode> {
  // A form finds its fields by their own names.
  const name = v.getDotPath(issue)?.replace(/^credentials\./, '') ?? 'body'
  if (issue.expected === 'never') return { name, code: 'unknown_member' }
  if (issue.received === 'undefined' || issue.type === 'min_length') return { name, code: 'required' }
  if (issue.type === 'max_length') return { name, code: 'too_long' }
  if (issue.type === 'picklist') return { name, code: 'not_an_option' }
  return { name, code: 'invalid' }
}
