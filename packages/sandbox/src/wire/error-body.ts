import { newId } from './identifiers.ts'
import type { Refusal } from './refusal.ts'

/** A refusal as a response of the wire. */
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
