import { readFileSync } from 'node:fs'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { Consent, Consents } from '../flow/consents.ts'
import { scopesOf } from '../flow/oauth-client.ts'
import { isPersona, type Persona, parsePersona } from '../persona/persona.ts'
import { providerById } from '../providers/index.ts'
import { knownPersona } from '../providers/sign-in.ts'
import type { Runtime } from '../state/runtime.ts'
import { refuseOtherSites } from '../wire/middleware.ts'
import type { NodeEnv } from '../wire/node-env.ts'
import { parseValue, wantsPage } from '../wire/request.ts'
import { refusals } from '../wire/wire-error.ts'
import { AuthorizationServer, type Interaction, providerOfClient } from './authorization-server.ts'
import { refusalOf } from './consent-refusals.ts'
import { signInNameOf } from './exchange-code.ts'
import { consentPage } from './page/consent-page.ts'
import { endedPage, leavingPage, pageHeaders } from './page/page.ts'
import { signInPage } from './page/sign-in-page.ts'

/** The fields of both forms. `as` is the sign-in name (the last one wins), `answer` the pressed button. */
const formSchema = v.object({
  as: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(320)), ''),
  answer: v.optional(v.picklist(['allow', 'deny'])),
})

/** A page of the authorization server's that waits for its user. */
interface PendingInteraction {
  readonly interaction: Interaction
  readonly provider: string
  readonly scopes: readonly string[]
  /** Whether the pages fail for this person now. */
  readonly failsFor: (persona: Persona) => boolean
}

/**
 * `/oauth`: the provider's sign-in and consent pages, its authorization server, and the sandbox's callback,
 * which ends the intent and redirects the user to the host.
 */
export function oauthRoutes(runtime: Runtime, consents: Consents): Hono<NodeEnv> {
  const server = new AuthorizationServer(runtime)

  /** Returns the user's interaction and what its pages show; `undefined` if it or its intent has ended. */
  const pendingInteraction = async (c: Context<NodeEnv>): Promise<PendingInteraction | undefined> => {
    const interaction = await server.findInteraction(c.env)
    if (!interaction) return undefined
    const own = providerOfClient(runtime, interaction.clientId)
    if (own) return { interaction, provider: own.label, scopes: interaction.scopes, failsFor: () => false }
    const consent = consents.find(interaction.state)
    if (!consent) return undefined
    return {
      interaction,
      provider: labelOf(consent),
      scopes: scopesOf(consent.intent),
      failsFor: (persona) => consents.failsFor(consent, persona),
    }
  }

  /** Ends the intent. Returns the address to redirect the user to. */
  const settle = async (consent: Consent, query: Record<string, string>): Promise<string> => {
    if (query.error !== undefined) return consents.fail(consent, refusalOf(query.error))
    let signInName: string
    try {
      signInName = await signInNameOf(runtime, query.code ?? '', consent.position.token)
    } catch (error) {
      runtime.log(`OAuth code exchange failed: ${error instanceof Error ? error.message : 'unknown'}`)
      return consents.fail(consent, refusalOf('invalid_grant'))
    }
    return consents.settle(consent, knownPersona(signInName))
  }

  return new Hono<NodeEnv>({ strict: false })
    .use('/sign-in/*', pageHeaders, refuseOtherSites)
    .use('/ended', pageHeaders)
    .get('/ended', (c) => c.html(endedPage(), 404))
    .get('/sign-in/:uid', async (c) => {
      const pending = await pendingInteraction(c)
      if (!pending) return c.html(endedPage(), 404)
      const { interaction, provider, scopes } = pending
      return interaction.prompt === 'login'
        ? c.html(signInPage({ provider, signInName: interaction.signInName, problem: undefined }))
        : c.html(consentPage({ provider, signInName: interaction.signInName, scopes }))
    })
    .post('/sign-in/:uid', async (c) => {
      const { as, answer } = parseValue(await c.req.parseBody(), formSchema)
      const pending = await pendingInteraction(c)
      if (!pending) return c.html(endedPage(), 404)
      const { interaction, provider, failsFor } = pending
      if (answer === 'deny') return leave(c, await server.complete(c.env, { error: 'access_denied' }))
      if (interaction.prompt === 'consent') {
        if (answer !== 'allow') throw refusals.invalidParameters('answer: allow or deny.')
        return leave(c, await server.complete(c.env, { consent: true }))
      }
      const persona = parsePersona(as, { shorthand: true })
      if (!isPersona(persona)) {
        const page = signInPage({ provider, signInName: as, problem: persona.problem })
        return c.html(page, 401)
      }
      if (failsFor(persona)) {
        return leave(c, await server.complete(c.env, { error: 'temporarily_unavailable' }))
      }
      return c.redirect(await server.complete(c.env, { signInName: persona.signInName }), 303)
    })
    .route('/', consentAssets())
    .get('/callback', async (c) => {
      const consent = consents.take(c.req.query('state'))
      if (!consent) return c.redirect('/oauth/ended', 303)
      return c.redirect(await settle(consent, c.req.query()), 303)
    })
    .all('/*', async (c) => {
      await server.handle(c.env, '/oauth')
      return RESPONSE_ALREADY_SENT
    })
}

/**
 * Sends the user back to the host. A browser applies the page's `form-action` to redirects too, and it cannot
 * list every host, so people get a page that redirects. Scripts get a redirect.
 */
function leave(c: Context, url: string): Response | Promise<Response> {
  return wantsPage(c) ? c.html(leavingPage(url)) : c.redirect(url, 303)
}

function labelOf({ intent }: Consent): string {
  return providerById(intent.provider)?.label ?? intent.provider
}

/** Serves the stylesheet of the provider's pages, which extends the phone's. They have no script. */
function consentAssets(): Hono<NodeEnv> {
  const css = readFileSync(new URL('./assets/consent.css', import.meta.url), 'utf8')
  return new Hono<NodeEnv>().get('/consent.css', (c) =>
    c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
}
