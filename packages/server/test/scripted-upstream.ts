import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import * as v from 'valibot'

/**
 * One response of the scripted Unipile: a status and JSON, a text that is not JSON, a closed socket, or none.
 */
export type Reply =
  | { readonly status?: number; readonly json: unknown; readonly headers?: Record<string, string> }
  | { readonly text: string }
  | 'reset'
  | 'never'

interface Received {
  readonly method: string
  readonly path: string
  readonly apiKey: string | undefined
  readonly body: Record<string, unknown>
}

type Script = (call: Received, signal: AbortSignal) => Reply | Promise<Reply>

/** A stand-in for Unipile that responds as the test says, over real HTTP. */
export interface ScriptedUpstream {
  readonly url: string
  readonly calls: Received[]
  script: Script
  close(): Promise<void>
}

export async function startScriptedUpstream(): Promise<ScriptedUpstream> {
  const calls: Received[] = []
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')

  const upstream: ScriptedUpstream = {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    script: () => ({
      status: 500,
      json: { object: 'Error', type: 'api/internal_error', status: 500, title: 'No script' },
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const disconnected = new AbortController()
    response.once('close', () => disconnected.abort())
    const text = Buffer.concat(await request.toArray()).toString()
    const body = v.parse(v.record(v.string(), v.unknown()), text ? JSON.parse(text) : {})
    const apiKey = request.headers['x-api-key']
    const call = {
      method: request.method ?? '',
      path: request.url ?? '',
      apiKey: typeof apiKey === 'string' ? apiKey : undefined,
      body,
    }
    calls.push(call)
    const reply = await upstream.script(call, disconnected.signal)
    if (disconnected.signal.aborted || reply === 'never') return
    if (reply === 'reset') return void request.socket.destroy()
    if ('text' in reply) return void response.end(reply.text)
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers })
    response.end(reply.status === 204 ? undefined : JSON.stringify(reply.json))
  }

  return upstream
}

/** Unipile's responses, as the wire page has them. */
export const answers = {
  account: (id: string, more: object = {}) => ({
    json: {
      object: 'Account',
      id,
      application_id: 'app_1',
      provider: 'linkedin',
      user_id: `owner-of-${id}`,
      name: 'Anna Sandbox',
      status: 'running',
      created_at: '2026-01-15T09:30:00.000Z',
      ...more,
    },
  }),
  checkpoint: (type: string, more: object = {}, intentId = 'acc_intent') => ({
    json: { object: 'AuthenticationCheckpoint', intent_id: intentId, checkpoint: { type, ...more } },
  }),
  qr: (qrcode: string, intentId = 'acc_intent') => ({
    json: { object: 'AuthenticationQrCode', intent_id: intentId, qrcode },
  }),
  error: (status: number, type: string, more: object = {}, headers: Record<string, string> = {}) => ({
    status,
    headers,
    json: { object: 'Error', type, status, title: 'Some title', req_id: 'r1', ...more },
  }),
}
