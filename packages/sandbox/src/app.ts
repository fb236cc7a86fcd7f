import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { oauthRoutes } from './consent/consent-routes.ts'
import type { Accounts } from './flow/accounts.ts'
import type { Consents } from './flow/consents.ts'
import { BrokenResponse } from './flow/faults.ts'
import type { Intents } from './flow/intents.ts'
import { phoneRoutes } from './phone/phone-routes.ts'
import type { Runtime } from './state/runtime.ts'
import { v1Routes } from './v1/routes.ts'
import { accountRoutes } from './v2/account-routes.ts'
import { authRoutes } from './v2/auth-routes.ts'
import { webhookRoutes } from './v2/webhook-routes.ts'
import { limitBody, requireApiKey } from './wire/middleware.ts'
import type { NodeEnv } from './wire/node-env.ts'
import { refusalResponse } from './wire/refusal.ts'
import { WireError } from './wire/wire-error.ts'
import type { WizardLinks } from './wizard/wizard-links.ts'
import { wizardRoutes } from './wizard/wizard-routes.ts'

interface Parts {
  readonly runtime: Runtime
  readonly intents: Intents
  readonly accounts: Accounts
  readonly consents: Consents
  readonly wizards: WizardLinks
}

/** The sandbox's routes: API v2, API v1, the hosted wizard, the phone, and an OAuth provider. */
export function createApp({ runtime, intents, accounts, consents, wizards }: Parts): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>({ strict: false })

  app.use(limitBody)
  app.use('/v2/*', requireApiKey(runtime.apiKey))
  app.route('/v2/auth', authRoutes(runtime, intents, wizards))
  app.route('/v2/accounts', accountRoutes(runtime, accounts))
  app.route('/v2/webhooks', webhookRoutes(runtime))
  app.route('/api/v1', v1Routes(runtime, intents, accounts, wizards))
  app.route('/wizard', wizardRoutes(wizards))
  app.route('/phone', phoneRoutes(runtime, intents, accounts))
  app.route('/oauth', oauthRoutes(runtime, consents))
  app.get('/', (c) => c.redirect('/phone'))

  app.notFound((c) =>
    refusalResponse({
      status: 404,
      type: 'api/resource_not_found',
      title: 'No such route',
      detail: `${c.req.method} ${c.req.path}`,
    }),
  )

  app.onError((error, c) => {
    if (error instanceof WireError) return refusalResponse(error.refusal)
    if (error instanceof BrokenResponse) {
      if (error.kind === 'garbage') return c.html('<h1>Bad gateway</h1>', 200)
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    runtime.log(`Unexpected error: ${error.stack ?? error.message}`)
    return refusalResponse({ status: 500, type: 'api/internal_error', title: 'The sandbox failed' })
  })

  return app
}
