/**
 * The headers in which well-known edges send the caller's country: Cloudflare, Vercel, CloudFront, App
 * Engine.
 */
const headers = ['cf-ipcountry', 'x-vercel-ip-country', 'cloudfront-viewer-country', 'x-appengine-country']

/**
 * The caller's country (ISO 3166-1 alpha-2), if an edge sends it. A hint: a caller without an edge can send
 * anything.
 */
export function callerCountry(request: Request): string | undefined {
  for (const header of headers) {
    const country = request.headers.get(header)?.toUpperCase() ?? ''
    // Cloudflare says XX for unknown.
    if (/^[A-Z]{2}$/.test(country) && country !== 'XX') return country
  }
  return undefined
}
