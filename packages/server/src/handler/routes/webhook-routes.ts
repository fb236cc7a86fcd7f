import { ConnectError } from '@connect-account/core/errors'
import { SIGNATURE_HEADER, verifySignature } from '../../webhooks/signature.ts'
import { webhookEventSchema } from '../../webhooks/webhook-event.ts'
import { receiveEvent } from '../../webhooks/webhooks.ts'
import type { HandlerContext } from '../handler-context.ts'
import { parseJson, readBytes } from '../read-body.ts'
import type { OpenRoute } from './route.ts'

export function webhookRoutes(context: HandlerContext): OpenRoute[] {
  return [
    {
      method: 'POST',
      path: '/webhooks/unipile',
      async answer({ request }) {
        if (!context.webhookSecret) {
          throw new ConnectError('webhook_invalid', {
            detail: 'The host has set no webhook secret (webhookSecret).',
          })
        }
        const body = await readBytes(request)
        verifySignature(
          context.webhookSecret,
          request.headers.get(SIGNATURE_HEADER) ?? undefined,
          body,
          context.now(),
        )
        await receiveEvent(context, parseJson(body, webhookEventSchema))
        return new Response(null, { status: 204 })
      },
    },
  ]
}
