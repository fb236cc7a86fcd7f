import type { ConnectHandler } from '@connect-account/server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { except } from 'hono/combine'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'

export interface DemoAppOptions {
  readonly connect: ConnectHandler
  readonly cookieSecret: string
  /** The folder of the built demo. */
  readonly site: string
  /** The sandbox's phone page; `undefined` when the demo talks to Unipile itself. */
  readonly phoneUrl: string | undefined
  /** The ids of the providers that users may link. */
  readonly providers: readonly string[]
}

const COOKIE = 'demo_user'

/** The host product's backend: it signs its users in, mints their connect sessions, and mounts the handler. */
export function createDemoApp({ connect, cookieSecret, site, phoneUrl, providers }: DemoAppOptions): Hono {
  const app = new Hono()

  // The handler says its own: the pages that consent comes back to have scripts with a hash.
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

  app.get('/healthz', async (c) => {
    const { ok } = await connect.health()
    return c.json({ ok }, ok ? 200 : 503)
  })

  // A real product has a real sign-in; the demo believes the name.
  app.post('/api/sign-in', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined)
    const user = typeof body === 'object' && body !== null && 'user' in body ? body.user : undefined
    if (typeof user !== 'string' || !/^[\w.@ -]{1,64}$/.test(user)) {
      return c.json({ error: 'Send {"user": "a name of 1 to 64 letters, digits, spaces or . _ @ -"}.' }, 400)
    }
    await setSignedCookie(c, COOKIE, user, cookieSecret, {
      httpOnly: true,
      sameSite: 'Lax',
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

  app.all('/connect/*', (c) => connect.fetch(c.req.raw))
  app.get('*', serveStatic({ root: site }))
  return app
}
