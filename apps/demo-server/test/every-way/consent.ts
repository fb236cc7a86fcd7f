/**
 * Walks the provider's pages as a browser without scripts: who it is, then allow or deny, then wherever they lead. Answers the
 * last response.
 */
export async function passConsent(url: string, persona: string, answer: 'allow' | 'deny'): Promise<Response> {
  const cookies = new Map<string, string>()

  async function visit(
    to: string,
    form?: Record<string, string>,
  ): Promise<{ url: string; response: Response }> {
    const response = await fetch(to, {
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    return location ? visit(new URL(location, to).href) : { url: to, response }
  }

  const signIn = await visit(url)
  const consent = await visit(signIn.url, { as: persona })
  return (await visit(consent.url, { answer })).response
}
