import type { Context } from 'hono'
import { accepts } from 'hono/accepts'

/** Whether a caller asks for HTML, as browsers do. Everybody else is taken for a script. */
export function wantsPage(c: Context): boolean {
  const type = accepts(c, {
    header: 'Accept',
    supports: ['application/json', 'text/html'],
    default: 'application/json',
  })
  return type === 'text/html'
}
