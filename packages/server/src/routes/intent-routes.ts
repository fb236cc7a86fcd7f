import { ConnectError } from '@connect-account/core/errors'
import {
  challengeRequestSchema,
  returnRequestSchema,
  Secret,
  solveRequestSchema,
  startRequestSchema,
} from '@connect-account/core/protocol'
import { callerCountry } from '../http/caller-country.ts'
import { jsonResponse } from '../http/direct-body.ts'
import { eventStream } from '../http/event-stream.ts'
import { readJson } from '../http/read-body.ts'
import { presentIntent } from '../intents/model/present-intent.ts'
import { isStartKey } from '../intents/model/start-key.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import { countedAs } from './counted-as.ts'
import type { HandlerContext } from './handler-context.ts'
import type { SessionRoute } from './route.ts'

/** The longest agent that is passed on, in characters. */
const MAX_USER_AGENT = 1024

export function intentRoutes(context: HandlerContext): SessionRoute[] {
  const { intents, feeds, now } = context

  function answerIntent(intent: IntentRecord, status = 200): Response {
    return jsonResponse(presentIntent(intent, now()), status)
  }

  return [
    {
      method: 'POST',
      path: '/intents',
      forLinks: true,
      limit: 'start',
      async answer({ request, session }) {
        const idempotencyKey = readIdempotencyKey(request)
        const { credentials, proxy, ...start } = await readJson(request, startRequestSchema)
        const userAgent = request.headers.get('user-agent')?.slice(0, MAX_USER_AGENT)
        const country = callerCountry(request)
        const intent = await intents.start(session, {
          ...start,
          ...(credentials ? { credentials: new Secret(credentials) } : {}),
          ...(proxy ? { proxy: new Secret(proxy) } : {}),
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
      forLinks: true,
      answer: async ({ session, id }) => answerIntent(await intents.read(session, id)),
    },
    {
      method: 'DELETE',
      path: '/intents/:id',
      forLinks: true,
      limit: 'change',
      answer: async ({ session, id }) => answerIntent(await intents.cancel(session, id)),
    },
    {
      method: 'POST',
      path: '/intents/:id/solve',
      forLinks: true,
      limit: 'solve',
      async answer({ request, session, id }) {
        const { checkpoint, answer } = await readJson(request, solveRequestSchema)
        return answerIntent(await intents.answer(session, id, { checkpoint, answer: new Secret(answer) }))
      },
    },
    {
      method: 'POST',
      path: '/intents/:id/resend',
      forLinks: true,
      limit: 'resend',
      answer: async ({ session, id }) => answerIntent(await intents.resend(session, id)),
    },
    {
      method: 'POST',
      path: '/intents/:id/challenge',
      forLinks: true,
      limit: 'resend',
      async answer({ request, session, id }) {
        const { challenge } = await readJson(request, challengeRequestSchema)
        return answerIntent(await intents.challenge(session, id, challenge))
      },
    },
    {
      method: 'POST',
      path: '/intents/:id/return',
      forLinks: true,
      limit: 'change',
      async answer({ request, session, id }) {
        const { token } = await readJson(request, returnRequestSchema)
        return answerIntent(await intents.confirmReturn(session, id, token))
      },
    },
    {
      method: 'GET',
      path: '/intents/:id/events',
      forLinks: true,
      async answer({ request, session, id: reference }) {
        const { id } = await intents.read(session, reference)
        return eventStream(context, request, {
          event: 'intent',
          topic: {
            // Everyone who gets here may read the intent.
            key: `intent ${id}`,
            async read() {
              const intent = await intents.read(session, id)
              return {
                id: String(intent.revision),
                data: presentIntent(intent, now()),
                last: intent.endedAt !== null,
              }
            },
            subscribe: (onChange) => feeds.intents.subscribe(id, onChange),
          },
          owner: countedAs(session),
          until: session.expiresAt,
        })
      },
    },
  ]
}

function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key')
  if (key === null) return undefined
  if (isStartKey(key)) return key
  throw new ConnectError('invalid_request', {
    detail: 'The key must be 1 to 128 visible ASCII characters.',
    fields: [{ name: 'Idempotency-Key', code: 'invalid' }],
  })
}
