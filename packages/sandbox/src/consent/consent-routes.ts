import { readFileSync } from 'node:fs'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { Consent, Consents } from '../flow/consents.ts'
import { scopesOf } from '../flow/oauth-client.ts'
import { isPersona, parsePersona } from '../persona/persona.ts'
import { providerById } from '../providers/index.ts'
import { knownPersona } from '../providers/sign-in.ts'
import type { Runtime } from '../state/runtime.ts'
import { refuseOtherSites } from '../wire/middleware.ts'
import type { NodeEnv } from '../wire/node-env.ts'
import { parseValue, wantsPage } from '../wire/request.ts'
import { refusals } from '../wire/wire-error.ts'
import { AuthorizationServer } from './authorization-server.ts'
import { refusalOf } from './consent-refusals.ts'
import { signInNameOf } from './exchange-code.ts'
import { consentPage } from './page/consent-page.ts'
import { endedPage, leavingPage, pageHeaders } from './page/page.ts'
import { signInPage } from './page/sign-in-page.ts'

/** What the two forms send: `as` the sign-in name, the last of which wins; `answer` the button that was pressed. */
const formSchema = v.object({
  as: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(320)), ''),
  answer: v.optional(v.picklist(['allow', 'deny'])),
})

/**
 * `/oauth`: the provider's sign-in and consent pages, the authorization server behind them, and the sandbox's own callback,
 * which ends the intent and sends the user on.
 */
export function oauthRoutes(runtime: Runtime, consents: Consents): Hono<NodeEnv> {
  const server = new AuthorizationServer(runtime)

  /** What is asked of this user, and for which intent; `undefined` when that is over. */
  const standing = async (c: Context<NodeEnv>) => {
    const asked = await server.asked(c.env)
    const consent = asked && consents.find(asked.state)
    return asked && consent ? { asked, consent } : undefined
  }

  /** Where the callback sends the user. */
  const settle = async (consent: Consent, query: Record<string, string>): Promise<string> => {
    if (query.error !== undefined) return consents.fail(consent, refusalOf(query.error))
    let signInName: string
    try {
      signInName = await signInNameOf(runtime, query.code ?? '', consent.position.token)
    } catch (error) {
      runtime.log(`oauth exchange failed: ${error instanceof Error ? error.message : 'unknown'}`)
      return consents.fail(consent, refusalOf('invalid_grant'))
    }
    return consents.settle(consent, knownPersona(signInName))
  }

  return new Hono<NodeEnv>({ strict: false })
    .use('/sign-in/*', pageHeaders, refuseOtherSites)
    .use('/ended', pageHeaders)
    .get('/ended', (c) => c.html(endedPage(), 404))
    .get('/sign-in/:uid', async (c) => {
      const found = await standing(c)
      if (!found) return c.html(endedPage(), 404)
      const { asked, consent } = found
      const provider = labelOf(consent)
      return asked.prompt === 'login'
        ? c.html(signInPage({ provider, signInName: asked.signInName, problem: undefined }))
        : c.html(consentPage({ provider, signInName: asked.signInName, scopes: scopesOf(consent.intent) }))
    })
    .post('/sign-in/:uid', async (c) => {
      const { as, answer } = parseValue(await c.req.parseBody(), formSchema)
      const found = await standing(c)
      if (!found) return c.html(endedPage(), 404)
      const { asked, consent } = found
      if (answer === 'deny') return leave(c, await server.take(c.env, { error: 'access_denied' }))
      if (asked.prompt === 'consent') {
        if (answer !== 'allow') throw refusals.invalidParameters('answer: allow or deny.')
        return leave(c, await server.take(c.env, { consent: true }))
      }
      const persona = parsePersona(as, { shorthand: true })
      if (!isPersona(persona)) {
        const page = signInPage({ provider: labelOf(consent), signInName: as, problem: persona.problem })
        return c.html(page, 401)
      }
      if (consents.breaksFor(consent, persona)) {
        return leave(c, await server.take(c.env, { error: 'temporarily_unavailable' }))
      }
      return c.redirect(await server.take(c.env, { signInName: persona.signInName }), 303)
    })
    .route('/', oauthAssets())
    .get('/callback', async (c) => {
      const consent = consents.take(c.req.query('state'))
      if (!consent) return c.redirect('/oauth/ended', 303)
      return c.redirect(await settle(consent, c.req.query()), 303)
    })
    .all('/*', async (c) => {
      await server.answer(c.env, '/oauth')
      return RESPONSE_ALREADY_SENT
    })
}

/**
 * Ends the provider's part. A browser holds every redirect after a form to the page's `form-action`, which cannot name the
 * hosts to come: so a page leads a person on. A script, which asks for no HTML, is redirected.
 */
function leave(c: Context, url: string): Response | Promise<Response> {
  return wantsPage(c) ? c.html(leavingPage(url)) : c.redirect(url, 303)
}

function labelOf({ intent }: Consent): string {
  return providerById(intent.provider)?.label ?? intent.provider
}

/** The style of the provider's pages: what they add to the phone's. They run no script. */
export function oauthAssets(): Hono<NodeEnv> {
  const css = readFileSync(new URL('./assets/consent.css', import.meta.url), 'utf8')
  return new Hono<NodeEnv>().get('/consent.css', (c) =>
    c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
}
