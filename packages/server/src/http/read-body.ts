import { ConnectError } from '@connect-account/core/errors'
import type * as v from 'valibot'
import { parseJson } from '../parse-json.ts'
import { findUnstorable } from '../storable-text.ts'

const MAX_BYTES = 64 * 1024
/** How long a body may take to arrive, in milliseconds. */
const MAX_BODY_MS = 10_000

/** What a user types goes to Unipile and into no row. */
const NEVER_STORED = ['credentials', 'answer']

/**
 * Reads a JSON body of this shape, whose texts can be stored. @throws ConnectError that says what is wrong
 * with it, and never quotes it.
 */
export async function readJson<S extends v.GenericSchema>(
  request: Request,
  schema: S,
): Promise<v.InferOutput<S>> {
  const body = parseJson(await readJsonBytes(request), schema)
  const name = findUnstorable(body, NEVER_STORED)
  if (name === undefined) return body
  throw new ConnectError('invalid_request', { fields: [{ name, code: 'invalid' }] })
}

/**
 * Reads a body that is declared as JSON. @throws ConnectError `unsupported_media_type`, and as `readBytes`.
 */
export async function readJsonBytes(request: Request): Promise<Uint8Array> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ConnectError('unsupported_media_type')
  }
  return readBytes(request)
}

/** @throws ConnectError `body_too_large` or `body_too_slow`: reading stops at the limits. */
export async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) throw new ConnectError('body_too_large')
  if (request.headers.has('content-length')) return readWhole(request)
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  let isLate = false
  const deadline = setTimeout(() => {
    isLate = true
    // It ends the reading, as if the body had ended.
    reader.cancel().catch(() => {})
  }, MAX_BODY_MS)
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.byteLength
      if (length > MAX_BYTES) throw new ConnectError('body_too_large')
      chunks.push(next.value)
    }
  } catch (error) {
    reader.cancel().catch(() => {})
    if (error instanceof ConnectError) throw error
    throw new ConnectError('invalid_request', { detail: 'The body was cut short.', cause: error })
  } finally {
    clearTimeout(deadline)
  }
  if (isLate) throw new ConnectError('body_too_slow')
  return Buffer.concat(chunks)
}

/**
 * Reads a body of a declared length, to which HTTP holds its sender (RFC 9112, section 6.3). Adapters have it
 * in a buffer: a web stream, chunk by chunk, costs more than all else that a call does here.
 */
async function readWhole(request: Request): Promise<Uint8Array> {
  let deadline: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    deadline = setTimeout(() => reject(new ConnectError('body_too_slow')), MAX_BODY_MS)
  })
  try {
    const body = await Promise.race([request.arrayBuffer(), late])
    if (body.byteLength > MAX_BYTES) throw new ConnectError('body_too_large')
    return new Uint8Array(body)
  } catch (error) {
    if (error instanceof ConnectError) throw error
    throw new ConnectError('invalid_request', { detail: 'The body was cut short.', cause: error })
  } finally {
    clearTimeout(deadline)
  }
}
