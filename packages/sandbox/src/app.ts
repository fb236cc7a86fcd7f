import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { oauthRoutes } from './consent/consent-routes.ts'
import type { Accounts } from './flow/accounts.ts'
import type { Consents } from './flow/consents.ts'
import { BrokenAnswer } from './flow/faults.ts'
import type { Intents } from './flow/intents.ts'
import { phoneRoutes } from './phone/phone-routes.ts'
import type { World } from './state/world.ts'
import { v1Routes } from './v1/routes.ts'
import { accountRoutes } from './v2/account-routes.ts'
import { authRoutes } from './v2/auth-routes.ts'
import { webhookRoutes } from './v2/webhook-routes.ts'
import { requireApiKey } from './wire/api-key.ts'
import { refusalResponse } from './wire/error-body.ts'
import { limitBody } from './wire/limit-body.ts'
import type { NodeEnv } from './wire/node-env.ts'
import { WireError } from './wire/wire-error.ts'
import type { WizardLinks } from './wizard/wizard-links.ts'
import { wizardRoutes } from './wizard/wizard-routes.ts'

interface Parts {
  readonly world: World
  readonly intents: Intents
  readonly accounts: Accounts
  readonly consents: Consents
  readonly wizards: WizardLinks
}

/** All that the sandbox answers: the wire under `/v2`, the older one under `/api/v1`, the wizard under `/wizard`, the phone under `/phone`, an OAuth provider under `/oauth`. */
export function createApp({ world, intents, accounts, consents, wizards }: Parts): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>({ strict: false })

  app.use(limitBody)
  app.use('/v2/*', requireApiKey(world.apiKey))
  app.route('/v2/auth', authRoutes(world, intents, wizards))
  app.route('/v2/accounts', accountRoutes(world, accounts))
  app.route('/v2/webhooks', webhookRoutes(world))
  app.route('/api/v1', v1Routes(world, intents, accounts, wizards))
  app.route('/wizard', wizardRoutes(wizards))
  app.route('/phone', phoneRoutes(world, intents, accounts))
  app.route('/oauth', oauthRoutes(world, consents))
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
    if (error instanceof BrokenAnswer) {
      if (error.kind === 'garbage') return c.html('<h1>Bad gateway</h1>', 200)
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    world.log(`unexpected: ${error.stack ?? error.message}`)
    return refusalResponse({ status: 500, type: 'api/internal_error', title: 'The sandbox failed' })
  })

  return app
}
