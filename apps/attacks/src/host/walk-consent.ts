const MAX_REDIRECTS = 20

/**
 * Goes through the provider's consent pages as a browser without scripts, and without any session at the
 * host, as far as the host's own address, which it does not load.
 * @param host The host's address.
 * @returns the address at the host to which the browser was sent.
 */
export async function walkConsent(
  url: string,
  signInName: string,
  host: string,
  answer: 'allow' | 'deny' = 'allow',
): Promise<string> {
  const cookies = new Map<string, string>()

  async function visit(address: string, form?: Record<string, string>, redirects = 0): Promise<string> {
    if (address.startsWith(host)) return address
    if (redirects > MAX_REDIRECTS) throw new Error(`${url} redirects too often.`)
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    await response.arrayBuffer()
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    return location === null ? address : visit(new URL(location, address).href, undefined, redirects + 1)
  }

  const signIn = await visit(url)
  const consent = await visit(signIn, { as: signInName })
  const end = await visit(consent, { answer })
  if (!end.startsWith(host)) throw new Error(`The consent page did not return to the host, but to ${end}.`)
  return end
}
