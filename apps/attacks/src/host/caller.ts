import * as v from 'valibot'

const intentSchema = v.looseObject({
  id: v.string(),
  step: v.looseObject({ type: v.string(), id: v.optional(v.string()), url: v.optional(v.string()) }),
})
const accountsSchema = v.object({
  accounts: v.array(v.looseObject({ id: v.string(), provider: v.string(), name: v.optional(v.string()) })),
})
const problemSchema = v.looseObject({ code: v.string() })

export type SeenIntent = v.InferOutput<typeof intentSchema>

/** A response, read. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
}

const TIMEOUT_MS = 20_000

/** Calls the handler as a script does that has a session's token, or none. */
export class Caller {
  readonly token: string | undefined
  readonly #base: string

  constructor(base: string, token?: string) {
    this.#base = base
    this.token = token
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.#base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }

  async intent(method: string, path: string, body?: unknown): Promise<SeenIntent> {
    return v.parse(intentSchema, (await this.send(method, path, body)).body)
  }

  /** Starts a sign-in by a form. */
  signIn(username: string, more: object = {}): Promise<SeenIntent> {
    const credentials = { username, password: 'right' }
    return this.intent('POST', '/intents', {
      provider: 'linkedin',
      method: 'credentials',
      credentials,
      ...more,
    })
  }

  /** Starts a sign-in on a consent page, and returns the page's address, too. */
  async consent(more: object = {}): Promise<SeenIntent & { readonly url: string }> {
    const intent = await this.intent('POST', '/intents', { provider: 'google', method: 'consent', ...more })
    if (intent.step.url === undefined) throw new Error(`No consent page: ${JSON.stringify(intent.step)}.`)
    return { ...intent, url: intent.step.url }
  }

  read(id: string): Promise<SeenIntent> {
    return this.intent('GET', `/intents/${id}`)
  }

  async accounts() {
    return v.parse(accountsSchema, (await this.send('GET', '/accounts')).body).accounts
  }
}

/** The code of a refusal; `undefined` if it was none. */
export function codeOf({ body }: Answer): string | undefined {
  const read = v.safeParse(problemSchema, body)
  return read.success ? read.output.code : undefined
}
