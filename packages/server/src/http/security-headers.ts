import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** A year, in seconds. */
const HSTS_SECONDS = 31_536_000

const CSP = 'content-security-policy'
/** For responses that are not pages: if a browser shows one as a page, it can do nothing. */
const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** None of our pages uses any of these, and no framed page may. */
const permissions = [
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'midi',
  'payment',
  'usb',
  'serial',
  'hid',
]

/**
 * The headers that keep browsers from doing more with a response than intended. A page's own
 * Content-Security-Policy stays. Left out: headers that apply to the whole origin, which is the host's
 * (`Origin-Agent-Cluster`, subdomains in HSTS), and `Cross-Origin-Opener-Policy`, which would cut a consent's
 * window off from the tab that opened it.
 */
export function securityHeaders({ isHttps }: { readonly isHttps: boolean }): MiddlewareHandler {
  const common = secureHeaders({
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: isHttps && `max-age=${HSTS_SECONDS}`,
    xFrameOptions: false,
  })
  return async (c, next) => {
    await common(c, next)
    const { headers } = c.res
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    if (!headers.has(CSP)) headers.set(CSP, nothing)
    // For browsers that do not know `frame-ancestors`; it cannot name an origin.
    if (headers.get(CSP)?.includes("frame-ancestors 'none'")) headers.set('x-frame-options', 'DENY')
    if (headers.get('content-type')?.startsWith('text/html')) {
      headers.set('permissions-policy', permissions.map((name) => `${name}=()`).join(', '))
    }
  }
}
