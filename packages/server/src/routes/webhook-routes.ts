import { readBytes } from '../http/read-body.ts'
import type { HandlerContext } from './handler-context.ts'
import type { OpenRoute } from './route.ts'

export function webhookRoutes({ upstream, inbox }: Pick<HandlerContext, 'upstream' | 'inbox'>): OpenRoute[] {
  return [
    {
      method: 'POST',
      path: '/webhooks/unipile',
      async answer({ request }) {
        const event = upstream.readWebhook(request.headers, await readBytes(request))
        if (event) await inbox.receive(event)
        // API v1 repeats a delivery after every other status.
        return new Response(null, { status: 200 })
      },
    },
  ]
}
