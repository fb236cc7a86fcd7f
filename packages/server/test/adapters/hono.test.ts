import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { toHono } from '../../src/adapters/hono.ts'
import { listening, startMountedHost } from './mounted-host.ts'
import { smokeTests } from './smoke.ts'

smokeTests(() =>
  startMountedHost((handler) => {
    const app = new Hono()
    app.all('/connect/*', toHono(handler))
    return listening(serve({ fetch: app.fetch, port: 0 }))
  }),
)
