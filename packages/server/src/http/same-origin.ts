export interface SameOriginOptions {
  /** Other origins that may call, e.g. `https://app.example.com`. Default: none. */
  readonly allowedOrigins?: readonly string[]
}

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether the request may act in the name of its cookie: `false` if a page of another origin sent it. Guard
 * with it what a cookie alone signs in, such as the host's endpoint that mints connect sessions. It trusts
 * the headers that no page can write: `Sec-Fetch-Site` (Fetch Metadata) and, from browsers older than 2023,
 * `Origin`, compared with the request's host. A request with neither comes from no page. A safe method
 * passes: see that it changes nothing.
 */
export function checkSameOrigin(
  { method, url, headers }: Pick<Request, 'method' | 'url' | 'headers'>,
  { allowedOrigins = [] }: SameOriginOptions = {},
): boolean {
  if (safe.has(method)) return true
  const origin = headers.get('origin')
  if (origin !== null && allowedOrigins.includes(origin)) return true
  const site = headers.get('sec-fetch-site')
  if (site === 'same-origin') return true
  if (site !== null && site !== 'none') return false
  // `none` without an origin: the user navigated here. With one: a browser extension sent it.
  if (origin === null) return true
  // Without the scheme: behind a proxy that ends TLS, the host sees plain HTTP.
  return URL.canParse(origin) && new URL(origin).host === (headers.get('host') ?? new URL(url).host)
}
