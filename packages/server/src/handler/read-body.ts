import { ConnectError, type FieldError } from '@connect-account/core/errors'
import * as v from 'valibot'

const MAX_BYTES = 64 * 1024

/** Reads a JSON body of this shape. @throws ConnectError that says what is wrong with it, and never quotes it. */
export async function readJson<S extends v.GenericSchema>(
  request: Request,
  schema: S,
): Promise<v.InferOutput<S>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ConnectError('unsupported_media_type')
  }
  return parseJson(await readBytes(request), schema)
}

export function parseJson<S extends v.GenericSchema>(bytes: Uint8Array, schema: S): v.InferOutput<S> {
  const parsed = v.safeParse(schema, decode(bytes))
  if (parsed.success) return parsed.output
  throw new ConnectError('invalid_request', { fields: parsed.issues.map(readIssue) })
}

/** Stops reading at the limit, whatever length was declared. */
export async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) throw new ConnectError('body_too_large')
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength
      if (length > MAX_BYTES) throw new ConnectError('body_too_large')
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof ConnectError) throw error
    throw new ConnectError('invalid_request', { detail: 'The body was cut short.', cause: error })
  }
  return Buffer.concat(chunks)
}

/** The parser's own error quotes the text, so it is not kept. */
function decode(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ConnectError('invalid_json')
  }
}

/** The schema library's messages quote what was sent; these do not. */
function readIssue(issue: v.BaseIssue<unknown>): FieldError {
  // A form finds its fields by their own names.
  const name = v.getDotPath(issue)?.replace(/^credentials\./, '') ?? 'body'
  if (issue.expected === 'never') return { name, message: 'is not known here' }
  if (issue.received === 'undefined') return { name, message: 'is required' }
  if (issue.type === 'max_length') return { name, message: 'is too long' }
  if (issue.type === 'min_length') return { name, message: 'is empty' }
  return {
    name,
    message: issue.kind === 'schema' && issue.expected ? `must be ${issue.expected}` : 'is not valid',
  }
}
