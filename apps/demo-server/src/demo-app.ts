import { ConnectError } from '@connect-account/core/errors'
import { type ConnectHandler, type CreateLinkInput, checkSameOrigin } from '@connect-account/server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { except } from 'hono/combine'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import { isKnownHost } from './known-hosts.ts'

export interface DemoAppOptions {
  readonly connect: ConnectHandler
  readonly cookieSecret: string
  /** Where browsers reach the demo. */
  readonly publicUrl: string
  /** Other origins that may act in a user's name: the extension's. */
  readonly allowedOrigins: readonly string[]
  /** The folder of the built demo. */
  readonly site: string
  /** The sandbox's phone page; `undefined` if the demo uses Unipile. */
  readonly phoneUrl: string | undefined
  /** The ids of the providers that users may link. */
  readonly providers: readonly string[]
}

const COOKIE = 'demo_user'

/** The host's backend: signs its users in, mints their sessions, and mounts the handler. */
export function createDemoApp({
  connect,
  cookieSecret,
  publicUrl,
  allowedOrigins,
  site,
  phoneUrl,
  providers,
}: DemoAppOptions): Hono {
  const app = new Hono()

  app.use(async (c, next) => {
    if (isKnownHost(c.req.raw, publicUrl)) return next()
    return c.text(`This is not the demo's address: ${publicUrl}\n`, 421)
  })

  // The handler sets its own headers: its consent return pages have scripts with a hash.
  const pageHeaders = except(
    '/connect/*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // Plain HTTP on localhost.
      strictTransportSecurity: false,
    }),
  )
  app.use(pageHeaders)

  // CSRF protection: the cookie alone signs the user in.
  app.use('/api/*', async (c, next) => {
    if (!checkSameOrigin(c.req.raw, { allowedOrigins }))
      return c.json({ error: 'Call this from a page of the demo.' }, 403)
    return next()
  })

  app.get('/healthz', async (c) => {
    const { isReady } = await connect.ready()
    return c.json({ ok: isReady }, isReady ? 200 : 503)
  })

  // A real host has a real sign-in. The demo accepts any name.
  app.post('/api/sign-in', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined)
    const user = typeof body === 'object' && body !== null && 'user' in body ? body.user : undefined
    if (typeof user !== 'string' || !/^[\w.@ -]{1,64}$/.test(user)) {
      return c.json({ error: 'Send {"user": "a name of 1 to 64 letters, digits, spaces or . _ @ -"}.' }, 400)
    }
    await setSignedCookie(c, COOKIE, user, cookieSecret, {
      httpOnly: true,
      sameSite: 'Lax',
      secure: publicUrl.startsWith('https:'),
      path: '/',
      maxAge: 86_400 * 30,
    })
    return c.json({ user })
  })

  app.get('/api/me', async (c) => {
    const user = await getSignedCookie(c, cookieSecret, COOKIE)
    return c.json({ user: user || null, phoneUrl: phoneUrl ?? null })
  })

  app.post('/api/connect-session', async (c) => {
    const user = await getSignedCookie(c, cookieSecret, COOKIE)
    if (!user) return c.json({ error: 'Sign in first: POST /api/sign-in {"user": "anna"}.' }, 401)
    c.header('cache-control', 'no-store')
    return c.json({ token: await connect.mintSession({ userId: user, providers: [...providers] }) })
  })

  // The options come from the form. The handler validates them.
  app.post('/api/links', async (c) => {
    const user = await getSignedCookie(c, cookieSecret, COOKIE)
    if (!user) return c.json({ error: 'Sign in first: POST /api/sign-in {"user": "anna"}.' }, 401)
    try {
      const options = await c.req.json<Omit<CreateLinkInput, 'userId'>>()
      return c.json(await connect.links.create({ providers: [...providers], ...options, userId: user }), 201)
    } catch (error) {
      if (error instanceof ConnectError) return c.json({ error: whatIsWrong(error) }, 400)
      throw error
    }
  })

  app.delete('/api/links/:id', async (c) => {
    const user = await getSignedCookie(c, cookieSecret, COOKIE)
    if (!user) return c.json({ error: 'Sign in first: POST /api/sign-in {"user": "anna"}.' }, 401)
    return c.json({ revoked: await connect.links.revoke({ userId: user, id: c.req.param('id') }) })
  })

  // For the demo only: a real host would show this to its team.
  app.get('/api/webhook-log', async (c) => {
    if (!(await getSignedCookie(c, cookieSecret, COOKIE))) return c.json({ error: 'Sign in first.' }, 401)
    return c.json({ events: await connect.webhookEvents({ limit: 50 }) })
  })

  app.all('/connect/*', (c) => connect.fetch(c.req.raw))
  app.get('*', serveStatic({ root: site }))
  return app
}

function whatIsWrong({ code, detail, fields }: ConnectError): string {
  if (code === 'return_not_allowed') return 'The return address is on no origin that the settings allow.'
  const named = fields?.map(({ name, code }) => `${name}: ${code}`).join('; ')
  return named ? `Not a link: ${named}.` : (detail ?? code)
}
