import type { Http2Bindings, HttpBindings } from '@hono/node-server'

/** Gives routes Node's own request and response. */
export interface NodeEnv {
  Bindings: HttpBindings | Http2Bindings
}
