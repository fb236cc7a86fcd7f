import type { Http2Bindings, HttpBindings } from '@hono/node-server'

/** What a route gets from Node's server: the request and the response as Node knows them. */
export interface NodeEnv {
  Bindings: HttpBindings | Http2Bindings
}
