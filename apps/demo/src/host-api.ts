/** Calls to the host's backend, for everything but the kit's own API. */

export interface Me {
  readonly user: string | null
  /** The sandbox's phone. `null` if the demo uses the real Unipile. */
  readonly phoneUrl: string | null
}

/** The options of `links.create`. The backend adds the user. */
export interface LinkOptions {
  readonly providers?: readonly string[]
  readonly methods?: readonly string[]
  readonly accountId?: string
  readonly loginHint?: string
  readonly scopes?: readonly string[]
  readonly proxy?: { readonly country: string }
  readonly expiresInMinutes?: number
  readonly redirectUri?: string
  readonly state?: string
  readonly locale?: string
  readonly wizard?: 'unipile'
  readonly brand?: { readonly name: string }
  readonly appearance?: {
    readonly colorScheme?: 'light' | 'dark'
    readonly variables?: { readonly accent: string }
  }
}

export interface CreatedLink {
  readonly id: string
  readonly url: string
  /** ISO 8601. */
  readonly expiresAt: string
}

/** An event from Unipile, and its result. */
export interface WebhookDelivery {
  readonly id: string
  readonly type: string
  /** ISO 8601. */
  readonly receivedAt: string
  readonly attempts: number
  /** The error code of the last attempt. */
  readonly failure: string | null
  readonly processedAt: string | null
}

/** The backend's reason to refuse the form, as a text for the user. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method,
    signal: AbortSignal.timeout(15_000),
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (response.ok) return response.json()
  const answer: unknown = await response.json().catch(() => undefined)
  if (typeof answer === 'object' && answer !== null && 'error' in answer && response.status < 500) {
    throw new RefusedError(String(answer.error), response.status)
  }
  throw new Error(`${method} ${path} failed with status ${response.status}.`)
}

export const getMe = () => call<Me>('GET', '/api/me')
export const signIn = (user: string) => call<{ user: string }>('POST', '/api/sign-in', { user })
export const createLink = (options: LinkOptions) => call<CreatedLink>('POST', '/api/links', options)
export const revokeLink = (id: string) => call<{ revoked: number }>('DELETE', `/api/links/${id}`)
export const getWebhookLog = async () =>
  (await call<{ events: readonly WebhookDelivery[] }>('GET', '/api/webhook-log')).events

/** Returns a session token for the kit's calls, or `null` if nobody is signed in. */
export async function fetchSession(): Promise<string | null> {
  try {
    const { token } = await call<{ token: string }>('POST', '/api/connect-session')
    return token
  } catch (error) {
    if (error instanceof RefusedError && error.status === 401) return null
    throw error
  }
}
