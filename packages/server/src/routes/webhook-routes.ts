import { randomUUID } from 'node:crypto'
import { ConnectError } from '@connect-account/core/errors'
import { parseJson, readBytes } from '../http/read-body.ts'
import { SECRET_HEADER } from '../upstream/v1/assumptions.ts'
import { eventTypeOf, statusWebhookSchema } from '../upstream/v1/status-webhook.ts'
import { verifyHeaderSecret } from '../webhooks/header-secret.ts'
import { SIGNATURE_HEADER, verifySignature } from '../webhooks/signature.ts'
import { type WebhookEvent, webhookEventSchema } from '../webhooks/webhook-event.ts'
import type { HandlerContext } from './handler-context.ts'
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
        const read = context.upstreamApi === 'v1' ? readStatus : readEvent
        const event = read(context.webhookSecret, request.headers, body, context.now())
        if (event) await context.inbox.receive(event)
        return new Response(null, { status: 204 })
      },
    },
  ]
}

function readEvent(secret: string, headers: Headers, body: Uint8Array, now: number): WebhookEvent {
  verifySignature(secret, headers.get(SIGNATURE_HEADER) ?? undefined, body, now)
  return parseJson(body, webhookEventSchema)
}

/** API v1's only webhook that matters here; a repeated delivery says the same again, and does no harm. */
function readStatus(secret: string, headers: Headers, body: Uint8Array): WebhookEvent | undefined {
  verifyHeaderSecret(secret, SECRET_HEADER, headers.get(SECRET_HEADER))
  const webhook = parseJson(body, statusWebhookSchema)
  const type = eventTypeOf(webhook)
  return type === undefined
    ? undefined
    : { id: randomUUID(), type, account_id: webhook.AccountStatus.account_id }
}
