type FetchSession = () => Promise<string | null>

/** One function per address, because the parts of a page share the session of the same function. */
const functions = new Map<string, FetchSession>()

/**
 * Returns a `session` function that posts to an address of the host, with its cookies. The response is the JSON
 * `{"token": "…"}`, or 401 if nobody is signed in.
 */
export function sessionFrom(url: string): FetchSession {
  const known = functions.get(url)
  if (known) return known
  const created = async () => {
    const response = await fetch(url, { method: 'POST', headers: { accept: 'application/json' } })
    if (response.status === 401) return null
    if (!response.ok) throw new Error(`session-url: ${url} responded with ${response.status}.`)
    const body: unknown = await response.json()
    const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined
    if (typeof token === 'string') return token
    throw new Error(`session-url: the response of ${url} has no "token".`)
  }
  functions.set(url, created)
  return created
}
