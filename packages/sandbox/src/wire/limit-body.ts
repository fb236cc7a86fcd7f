import type { Context, Next } from 'hono'
import { WireError } from './wire-error.ts'

/** The most that a body may weigh, in bytes. */
const MAX_BODY = 64 * 1024

/** Refuses bodies that are too large, by the length that they announce; one that announces none is refused too. */
export async function limitBody(c: Context, next: Next): Promise<void> {
  const length = Number(c.req.header('content-length') ?? 0)
  if (c.req.header('transfer-encoding') !== undefined || length > MAX_BODY) {
    throw new WireError({
      status: 413,
      type: 'api/invalid_parameters',
      title: 'The body is too large',
      detail: `At most ${MAX_BODY} bytes, announced by Content-Length.`,
    })
  }
  await next()
}
