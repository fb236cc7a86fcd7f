/** Calls to the host product's own backend: everything but the linking itself. */

export interface Me {
  readonly user: string | null
  /** The sandbox's phone; `null` when the demo talks to Unipile itself. */
  readonly phoneUrl: string | null
}

async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method,
    signal: AbortSignal.timeout(15_000),
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}.`)
  return response.json()
}

export const getMe = () => call<Me>('GET', '/api/me')
export const signIn = (user: string) => call<{ user: string }>('POST', '/api/sign-in', { user })

/** The token that the kit's calls carry; a new one whenever the old one has expired. */
export async function fetchSession(): Promise<string> {
  const { token } = await call<{ token: string }>('POST', '/api/connect-session')
  return token
}
