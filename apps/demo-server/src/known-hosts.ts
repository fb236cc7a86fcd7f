/** Whether the name means this machine, whatever a name server says. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(\.\d+){3}$/.test(hostname)
  )
}

/**
 * Whether a request was sent to a name of the demo's own. A page of another site can make its own name point
 * to this machine (DNS rebinding), and would then be of the same origin as the demo.
 */
export function isKnownHost(request: Request, publicUrl: string): boolean {
  const { hostname } = new URL(request.url)
  return isLoopback(hostname) || hostname === new URL(publicUrl).hostname
}
