import type { Context, Next } from 'hono'
import { WireError } from './wire-error.ts'

/** A page of another site shall not press the buttons of the sandbox's pages in the visitor's name. */
export async function refuseOtherSites(c: Context, next: Next): Promise<void> {
  if (c.req.method === 'POST' && c.req.header('sec-fetch-site') === 'cross-site') {
    throw new WireError({
      status: 403,
      type: 'api/insufficient_permissions',
      title: 'The sandbox’s pages take no orders from another site',
    })
  }
  await next()
}
