import * as v from 'valibot'
import type { AccountsClient } from '../client/index.ts'
import { asConnectError } from '../errors/connect-error.ts'
import { ConnectError, errorCatalogue } from '../errors/index.ts'
import { type ConnectTransport, problemMediaType, Secret } from '../protocol/index.ts'
import {
  challengeRequestSchema,
  renameRequestSchema,
  returnRequestSchema,
  solveRequestSchema,
  startRequestSchema,
} from '../protocol/requests.ts'

export interface ScriptedBackendOptions {
  /** Where the handler is mounted. Default: `/connect`. */
  readonly baseUrl?: string
  /** Answers the calls for the list of accounts. Default: they are refused with `not_found`. */
  readonly accounts?: AccountsClient
}

/** Responds to one request of the browser API. */
export type ScriptedBackend = (request: Request) => Promise<Response>

interface Call {
  readonly request: Request
  /** The id in the path. */
  readonly id: string
}

/**
 * The browser API over HTTP, played by a transport such as `scriptedTransport()`: for whatever answers
 * requests in your tests, such as an msw handler, a stub of `fetch`, or a route of Playwright. Like the real
 * handler, it refuses a request without a session token, and bodies with unknown members.
 *
 * @example
 * const backend = scriptedBackend(scriptedTransport(script))
 * const server = setupServer(http.all('*​/connect/*', ({ request }) => backend(request)))
 */
export function scriptedBackend(
  transport: ConnectTransport,
  { baseUrl = '/connect', accounts }: ScriptedBackendOptions = {},
): ScriptedBackend {
  const routes: Readonly<Record<string, (call: Call) => Promise<Response>>> = {
    'GET /providers': async ({ request }) =>
      Response.json({ providers: await transport.listProviders(request.signal) }),
    'POST /intents': async ({ request }) => {
      const { credentials, proxy, ...start } = await read(request, startRequestSchema)
      const idempotencyKey = request.headers.get('idempotency-key')
      if (!idempotencyKey)
        throw new ConnectError('invalid_request', { detail: 'The header Idempotency-Key is missing.' })
      const intent = await transport.startIntent(
        {
          ...start,
          idempotencyKey,
          ...(credentials && { credentials: new Secret(credentials) }),
          ...(proxy && { proxy: new Secret(proxy) }),
        },
        request.signal,
      )
      return Response.json(intent, { status: 201 })
    },
    'GET /intents/{id}': async ({ request, id }) =>
      Response.json(await transport.getIntent(id, request.signal)),
    'DELETE /intents/{id}': async ({ request, id }) =>
      Response.json(await transport.cancel(id, request.signal)),
    'POST /intents/{id}/solve': async ({ request, id }) => {
      const { checkpoint, answer } = await read(request, solveRequestSchema)
      const input = { checkpoint, answer: new Secret(answer) }
      return Response.json(await transport.solve(id, input, request.signal))
    },
    'POST /intents/{id}/resend': async ({ request, id }) =>
      Response.json(await transport.resend(id, request.signal)),
    'POST /intents/{id}/challenge': async ({ request, id }) => {
      const { challenge } = await read(request, challengeRequestSchema)
      return Response.json(await transport.challenge(id, challenge, request.signal))
    },
    'POST /intents/{id}/return': async ({ request, id }) => {
      const { token } = await read(request, returnRequestSchema)
      return Response.json(await transport.confirmReturn(id, token, request.signal))
    },
    'GET /intents/{id}/events': async ({ request, id }) =>
      eventStream(request, 'intent', (send, end) =>
        transport.watch(id, { onIntent: (intent) => send(intent), onError: end }),
      ),
    'GET /accounts/{id}': async ({ request, id }) => {
      if (!transport.getAccount) throw new ConnectError('account_not_found')
      return Response.json(await transport.getAccount(id, request.signal))
    },
    ...(accounts && accountRoutes(accounts)),
  }

  return async (request) => {
    try {
      if (!request.headers.get('authorization')?.startsWith('Bearer '))
        throw new ConnectError('session_missing')
      const { pathname } = new URL(request.url)
      const base = new URL(baseUrl, request.url).pathname.replace(/\/$/, '')
      if (!pathname.startsWith(`${base}/`)) throw new ConnectError('not_found')
      const { name, id } = nameOf(pathname.slice(base.length))
      const route = routes[`${request.method} ${name}`]
      if (!route) throw new ConnectError('not_found')
      return await route({ request, id })
    } catch (error) {
      if (request.signal.aborted) throw error
      return problem(asConnectError(error))
    }
  }
}

function accountRoutes(accounts: AccountsClient): Record<string, (call: Call) => Promise<Response>> {
  return {
    'GET /accounts': async ({ request }) => Response.json({ accounts: await accounts.list(request.signal) }),
    'GET /accounts/events': async ({ request }) =>
      eventStream(request, 'accounts', (send, end) =>
        accounts.watch({ onAccounts: (list) => send({ accounts: list }), onError: end }),
      ),
    'PATCH /accounts/{id}': async ({ request, id }) => {
      const { name } = await read(request, renameRequestSchema)
      return Response.json(await accounts.rename(id, name, request.signal))
    },
    'DELETE /accounts/{id}': async ({ request, id }) => {
      await accounts.disconnect(id, request.signal)
      return new Response(null, { status: 204 })
    },
  }
}

/** The route's name, and the id in its path. */
function nameOf(path: string): { readonly name: string; readonly id: string } {
  const [, collection = '', id, verb] = path.split('/')
  if (id === undefined || path === '/accounts/events') return { name: path, id: '' }
  const name = `/${collection}/{id}${verb === undefined ? '' : `/${verb}`}`
  return { name, id: decodeURIComponent(id) }
}

async function read<T extends v.GenericSchema>(request: Request, schema: T): Promise<v.InferOutput<T>> {
  const text = await request.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (cause) {
    throw new ConnectError('invalid_json', { cause })
  }
  const parsed = v.safeParse(schema, body)
  if (parsed.success) return parsed.output
  throw new ConnectError('invalid_request', { detail: parsed.issues[0].message })
}

/** Server-sent events until the request is aborted, or the watch ends. */
function eventStream(
  request: Request,
  name: string,
  watch: (send: (data: unknown) => void, end: () => void) => () => void,
): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true
      function end() {
        if (!isOpen) return
        isOpen = false
        stop()
        controller.close()
      }
      stop = watch((data) => {
        if (isOpen) controller.enqueue(encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`))
      }, end)
      request.signal.addEventListener('abort', end)
    },
    cancel: () => stop(),
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

function problem({ code, detail, retryAfter, fields, method, prefill, helpUrl }: ConnectError): Response {
  const { status, title } = errorCatalogue[code]
  const members = { status, title, code, detail, retryAfter, fields, method, prefill, helpUrl }
  return new Response(JSON.stringify(members), { status, headers: { 'content-type': problemMediaType } })
}
