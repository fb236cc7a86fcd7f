import { type Sandbox, type SandboxOptions, startSandbox } from '@connect-account/sandbox'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import * as v from 'valibot'
import { onTestFinished } from 'vitest'

/** The response members that tests read. */
const bodySchema = v.looseObject({
  object: v.optional(v.string(), ''),
  id: v.optional(v.string(), ''),
  intent_id: v.optional(v.string(), ''),
  qrcode: v.optional(v.string(), ''),
  type: v.optional(v.string(), ''),
  detail: v.optional(v.string(), ''),
  status: v.optional(v.union([v.string(), v.number()])),
  checkpoint: v.optional(
    v.looseObject({
      type: v.string(),
      data: v.exactOptional(v.string()),
      platform: v.exactOptional(v.string()),
      /** What is to be entered or tapped on the phone. */
      display: v.exactOptional(v.looseObject({ value: v.string() })),
    }),
  ),
})

const phoneSchema = v.looseObject({
  messages: v.array(v.looseObject({ to: v.string(), code: v.string(), channel: v.string() })),
  approvals: v.array(v.looseObject({ to: v.string() })),
  totp: v.nullable(v.looseObject({ secret: v.string(), code: v.string() })),
})

export interface WireResponse {
  readonly status: number
  readonly headers: Headers
  readonly body: v.InferOutput<typeof bodySchema>
}

const API_KEY = 'key-for-tests'

/** A sandbox on a free port, used over HTTP, with a clock that only the test moves. */
export class WireClient {
  readonly sandbox: Sandbox
  readonly clock: { now: number }

  private constructor(sandbox: Sandbox, clock: { now: number }) {
    this.sandbox = sandbox
    this.clock = clock
  }

  static async start(
    options: Partial<SandboxOptions> = {},
    clock = { now: Date.parse('2026-01-15T09:30:00Z') },
  ): Promise<WireClient> {
    const sandbox = await startSandbox({ port: 0, apiKey: API_KEY, now: () => clock.now, ...options })
    onTestFinished(() => sandbox.close())
    return new WireClient(sandbox, clock)
  }

  passSeconds(seconds: number): void {
    this.clock.now += seconds * 1000
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.sandbox.url}${path}`, {
      signal: AbortSignal.timeout(10_000),
      ...init,
      headers: { 'x-api-key': API_KEY, 'content-type': 'application/json', ...init.headers },
    })
  }

  async call(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<WireResponse> {
    const response = await this.fetch(path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: v.parse(bodySchema, text === '' ? {} : JSON.parse(text)),
    }
  }

  signIn(name: string, more: Record<string, unknown> = {}): Promise<WireResponse> {
    return this.call('POST', '/v2/auth/intent', {
      provider: 'linkedin',
      credentials: { username: `${name}@sandbox.test`, password: 'right' },
      ...more,
    })
  }

  showQr(more: Record<string, unknown> = {}): Promise<WireResponse> {
    return this.call('POST', '/v2/auth/intent', {
      provider: 'whatsapp',
      credentials: { qrcode: true },
      ...more,
    })
  }

  answer(intentId: string, code: string, signal?: AbortSignal): Promise<WireResponse> {
    return this.call('POST', '/v2/auth/checkpoint', { intent_id: intentId, code }, signal)
  }

  requestChallenge(intentId: string, challenge?: string): Promise<WireResponse> {
    return this.call('POST', '/v2/auth/checkpoint/request', {
      intent_id: intentId,
      ...(challenge !== undefined && { challenge }),
    })
  }

  resend(intentId: string): Promise<WireResponse> {
    return this.call('POST', '/v2/auth/checkpoint/resend', { intent_id: intentId })
  }

  scan(qrcode: string, as: unknown): Promise<WireResponse> {
    return this.call('POST', '/phone/scan', { qrcode, as })
  }

  approve(name: string, approve = true, value?: string): Promise<WireResponse> {
    return this.call('POST', '/phone/approve', { to: `${name}@sandbox.test`, approve, value })
  }

  async phone(name: string): Promise<v.InferOutput<typeof phoneSchema>> {
    const response = await this.fetch(`/phone?to=${encodeURIComponent(`${name}@sandbox.test`)}`)
    return v.parse(phoneSchema, await response.json())
  }

  async newestCode(name: string): Promise<string> {
    const { messages } = await this.phone(name)
    return messages[0]?.code ?? 'no code was sent'
  }

  /** Returns the right answer to the current checkpoint, in the format of API v2. */
  async answerTo(name: string, response: WireResponse): Promise<string> {
    switch (response.body.checkpoint?.type) {
      case 'CAPTCHA':
        return solvedCaptcha(response.body.checkpoint.data ?? '')
      case 'PHONE_REGISTER':
        return '(+33)0612345678'
      case 'CONTRACT_SELECTION':
        return 'contract-sales'
      case 'CHALLENGE_SELECTION':
        return 'SMS'
      case 'PALM_SCAN':
        return 'skip'
      case 'LOADING':
        return ''
      case 'DISPLAY':
      case 'IN_APP_VALIDATION':
        await this.approve(name, true, response.body.checkpoint.display?.value)
        return ''
      case '2FA':
        return response.body.checkpoint.platform === 'APP'
          ? ((await this.phone(name)).totp?.code ?? '')
          : this.newestCode(name)
      default:
        return this.newestCode(name)
    }
  }
}

export async function solvedCaptcha(data: string): Promise<string> {
  const challenge = JSON.parse(data)
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}
