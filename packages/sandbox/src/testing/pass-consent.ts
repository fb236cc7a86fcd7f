const MAX_REDIRECTS = 20

/**
 * Walks through the provider's pages as a browser without scripts: signs in, allows or denies access, then follows every
 * redirect, the host's callback included.
 * @param url - The address of the consent page that the intent gives.
 * @returns the last response.
 */
export async function passConsent(
  url: string,
  signInName: string,
  answer: 'allow' | 'deny' = 'allow',
): Promise<Response> {
  const cookies = new Map<string, string>()

  async function visit(address: string, form?: Record<string, string>, redirects = 0): Promise<Visited> {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) return { url: address, response }
    if (redirects === MAX_REDIRECTS) throw new Error(`${url} redirects more than ${MAX_REDIRECTS} times.`)
    return visit(new URL(location, address).href, undefined, redirects + 1)
  }

  const signIn = await visit(url)
  const consent = await visit(signIn.url, { as: signInName })
  return (await visit(consent.url, { answer })).response
}

interface Visited {
  readonly url: string
  readonly response: Response
}
