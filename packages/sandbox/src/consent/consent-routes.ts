import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { scopesOf } from '../flow/authorization-request.ts'
import type { Consent, Consents } from '../flow/consents.ts'
import { isPersona, parsePersona } from '../persona/persona.ts'
import { providerById } from '../providers/index.ts'
import { knownPersona } from '../providers/known-persona.ts'
import type { World } from '../state/world.ts'
import type { NodeEnv } from '../wire/node-env.ts'
import { parseValue } from '../wire/parse-body.ts'
import { refuseOtherSites } from '../wire/refuse-other-sites.ts'
import { wantsPage } from '../wire/wants-page.ts'
import { refusals } from '../wire/wire-error.ts'
import { AuthorizationServer } from './authorization-server.ts'
import { oauthAssets } from './consent-assets.ts'
import { refusalOf } from './consent-refusals.ts'
import { signInNameOf } from './exchange-code.ts'
import { consentPage } from './page/consent-page.ts'
import { leavingPage } from './page/leaving-page.ts'
import { overPage } from './page/over-page.ts'
import { pageHeaders } from './page/page-headers.ts'
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
export function oauthRoutes(world: World, consents: Consents): Hono<NodeEnv> {
  const server = new AuthorizationServer(world)

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
      signInName = await signInNameOf(world, query.code ?? '', consent.position.token)
    } catch (error) {
      world.log(`oauth exchange failed: ${error instanceof Error ? error.message : 'unknown'}`)
      return consents.fail(consent, refusalOf('invalid_grant'))
    }
    return consents.settle(consent, knownPersona(signInName))
  }

  return new Hono<NodeEnv>({ strict: false })
    .use('/sign-in/*', pageHeaders, refuseOtherSites)
    .use('/over', pageHeaders)
    .get('/over', (c) => c.html(overPage(), 404))
    .get('/sign-in/:uid', async (c) => {
      const found = await standing(c)
      if (!found) return c.html(overPage(), 404)
      const { asked, consent } = found
      const provider = labelOf(consent)
      return asked.prompt === 'login'
        ? c.html(signInPage({ provider, signInName: asked.signInName, problem: undefined }))
        : c.html(consentPage({ provider, signInName: asked.signInName, scopes: scopesOf(consent.intent) }))
    })
    .post('/sign-in/:uid', async (c) => {
      const { as, answer } = parseValue(await c.req.parseBody(), formSchema)
      const found = await standing(c)
      if (!found) return c.html(overPage(), 404)
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
      if (!consent) return c.redirect('/oauth/over', 303)
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
