import type { Account, Intent, Step } from '@connect-account/core'
import { sampleAccount, sampleIntent, sampleProvider } from '@connect-account/core/testing'
import { vi } from 'vitest'

interface HostScript {
  readonly intent?: Intent
  readonly accounts?: readonly Account[]
  /** Whether only the session that started the intent can read it. */
  readonly foreign?: boolean
  /** Responses that replace the usual ones, by call, for example `POST /connect/intents`. */
  readonly instead?: Readonly<Record<string, () => Response>>
}

/**
 * A fake backend behind `fetch`, for the real client. It honors `signal`, needs a session and asks for a
 * code.
 */
export function fakeHost({ intent: open, accounts = [], instead = {}, foreign = false }: HostScript = {}) {
  let intent = open
  const requests: { call: string; token: string | null; key: string | null }[] = []
  const answered: string[] = []
  let streams = 0
  let owner: string | null = null

  function move(step: Step): Intent {
    intent = intent ? { ...intent, step, revision: intent.revision + 1 } : sampleIntent(step)
    return intent
  }

  function stream(name: string, data: unknown, signal: AbortSignal | null | undefined) {
    streams++
    signal?.addEventListener('abort', () => streams--)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`))
        signal?.addEventListener('abort', () => controller.error(signal.reason))
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }

  function respond(call: string, init: RequestInit): Response {
    const own = instead[call]
    if (own) return own()
    if (call.endsWith('/providers'))
      return Response.json({
        providers: [sampleProvider('linkedin'), sampleProvider('whatsapp')].slice(
          0,
          accounts.length > 0 ? 1 : 2,
        ),
      })
    if (call.endsWith('/accounts')) return Response.json({ accounts })
    if (call.endsWith('/accounts/events')) return stream('accounts', { accounts }, init.signal)
    const token = new Headers(init.headers).get('authorization')
    if (call === 'POST /connect/intents') {
      owner = token
      return Response.json(move({ type: 'otp', id: 'code', format: 'digits', length: 6 }))
    }
    if (!intent || !call.includes(intent.id) || (foreign && token !== owner))
      return problem('intent_not_found', 404)
    if (call.endsWith('/events')) return stream('intent', intent, init.signal)
    if (call.endsWith('/solve')) return Response.json(move({ type: 'linked', account: sampleAccount }))
    return Response.json(intent)
  }

  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    init.signal?.throwIfAborted()
    const call = `${init.method} ${input}`
    const headers = new Headers(init.headers)
    requests.push({ call, token: headers.get('authorization'), key: headers.get('idempotency-key') })
    // A response takes a turn of the event loop, in which the caller may abort.
    await new Promise<void>((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      setTimeout(resolve)
    })
    answered.push(call)
    return respond(call, init)
  })

  return {
    requests,
    /** Counts the responses to this call. An aborted call has none. */
    answered: (call: string) => answered.filter((other) => other === call).length,
    get streams() {
      return streams
    },
  }
}

export function problem(code: string, status: number): Response {
  return new Response(JSON.stringify({ code, status, title: code }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })
}
