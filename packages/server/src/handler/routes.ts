import { ConnectError } from '@connect-account/core/errors'
import {
  challengeRequestSchema,
  Secret,
  solveRequestSchema,
  startRequestSchema,
} from '@connect-account/core/protocol'
import { allowedProviders } from '../intents/check-start.ts'
import { presentIntent } from '../intents/present-intent.ts'
import { CALLBACK_PATH } from '../oauth/consent-addresses.ts'
import { mayLink, type Session } from '../session/session-tokens.ts'
import { publicAccount } from '../store/account-store.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import { SIGNATURE_HEADER, verifySignature } from '../webhooks/signature.ts'
import { webhookEventSchema } from '../webhooks/webhook-event.ts'
import { receiveEvent } from '../webhooks/webhooks.ts'
import { callerCountry } from './caller-country.ts'
import { answerConsentReturn } from './consent-return.ts'
import { intentEventStream } from './event-stream.ts'
import type { HandlerContext } from './handler-context.ts'
import { parseJson, readBytes, readJson } from './read-body.ts'

/** The longest agent that is passed on, in characters. */
const MAX_USER_AGENT = 1024

interface RouteInput {
  readonly request: Request
  /** The path's `{id}`; empty where it has none. */
  readonly id: string
}

/** A route that a session is needed for. */
export interface SessionRoute {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly answer: (input: RouteInput & { readonly session: Session }) => Promise<Response>
}

/** A route that proves its caller in another way. */
export interface OpenRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly answer: (input: RouteInput) => Promise<Response>
}

/** The browser's wire, route by route. */
export function sessionRoutes(context: HandlerContext): SessionRoute[] {
  const { intents, accounts, upstream, feed, timings, now } = context

  function answerIntent(intent: IntentRecord, status = 200): Response {
    return Response.json(presentIntent(intent, now()), { status })
  }

  return [
    {
      method: 'GET',
      path: '/providers',
      answer: async ({ session }) => Response.json({ providers: allowedProviders(session) }),
    },
    {
      method: 'POST',
      path: '/intents',
      async answer({ request, session }) {
        const idempotencyKey = readIdempotencyKey(request)
        const { credentials, ...start } = await readJson(request, startRequestSchema)
        const userAgent = request.headers.get('user-agent')?.slice(0, MAX_USER_AGENT)
        const country = callerCountry(request)
        const intent = await intents.start(session, {
          ...start,
          ...(credentials ? { credentials: new Secret(credentials) } : {}),
          ...(idempotencyKey ? { idempotencyKey } : {}),
          ...(userAgent ? { userAgent } : {}),
          ...(country ? { country } : {}),
        })
        return answerIntent(intent, 201)
      },
    },
    {
      method: 'GET',
      path: '/intents/:id',
      answer: async ({ session, id }) => answerIntent(await intents.read(session, id)),
    },
    {
      method: 'DELETE',
      path: '/intents/:id',
      answer: async ({ session, id }) => answerIntent(await intents.cancel(session, id)),
    },
    {
      method: 'POST',
      path: '/intents/:id/solve',
      async answer({ request, session, id }) {
        const { checkpoint, answer } = await readJson(request, solveRequestSchema)
        return answerIntent(await intents.answer(session, id, { checkpoint, answer: new Secret(answer) }))
      },
    },
    {
      method: 'POST',
      path: '/intents/:id/resend',
      answer: async ({ session, id }) => answerIntent(await intents.resend(session, id)),
    },
    {
      method: 'POST',
      path: '/intents/:id/challenge',
      async answer({ request, session, id }) {
        const { challenge } = await readJson(request, challengeRequestSchema)
        return answerIntent(await intents.challenge(session, id, challenge))
      },
    },
    {
      method: 'GET',
      path: '/intents/:id/events',
      async answer({ request, session, id }) {
        await intents.read(session, id)
        return intentEventStream({
          read: () => intents.read(session, id),
          present: (intent) => presentIntent(intent, now()),
          subscribe: (onChange) => feed.subscribe(id, onChange),
          after: readLastEventId(request),
          heartbeatMs: timings.heartbeatMs,
          lifetimeMs: session.expiresAt - now(),
          signal: AbortSignal.any([request.signal, context.closing]),
          onError: context.logError,
        })
      },
    },
    {
      method: 'GET',
      path: '/accounts',
      async answer({ session }) {
        const records = await accounts.list(session.userId)
        const within = records.filter(({ provider }) => mayLink(session, provider))
        return Response.json({ accounts: within.map(publicAccount) })
      },
    },
    {
      method: 'DELETE',
      path: '/accounts/:id',
      async answer({ session, id }) {
        const account = await accounts.find(session.userId, id)
        if (!account || !mayLink(session, account.provider)) throw new ConnectError('account_not_found')
        await upstream.removeAccount(account.accountId)
        await accounts.remove(account.accountId)
        return new Response(null, { status: 204 })
      },
    },
  ]
}

export function openRoutes(context: HandlerContext): OpenRoute[] {
  return [
    {
      method: 'GET',
      path: CALLBACK_PATH,
      answer: ({ request }) => answerConsentReturn(context.intents, request),
    },
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

function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key')
  if (key === null) return undefined
  if (/^[\x21-\x7e]{1,128}$/.test(key)) return key
  throw new ConnectError('invalid_request', {
    fields: [{ name: 'Idempotency-Key', message: 'must be 1 to 128 visible ASCII characters' }],
  })
}

function readLastEventId(request: Request): number {
  const id = request.headers.get('last-event-id') ?? ''
  return /^\d{1,9}$/.test(id) ? Number(id) : 0
}
