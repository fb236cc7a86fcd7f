import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { NodeEnv } from '../wire/node-env.ts'

/** The style of the provider's pages: what they add to the phone's. They run no script. */
export function oauthAssets(): Hono<NodeEnv> {
  const css = readFileSync(new URL('./assets/consent.css', import.meta.url), 'utf8')
  return new Hono<NodeEnv>().get('/oauth.css', (c) =>
    c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
}
