import { Hono } from 'hono'
import type { Accounts } from '../flow/accounts.ts'
import type { Intents } from '../flow/intents.ts'
import type { Runtime } from '../state/runtime.ts'
import { requireApiKey } from '../wire/middleware.ts'
import { parseBody } from '../wire/request.ts'
import { WireError } from '../wire/wire-error.ts'
import type { WizardLinks } from '../wizard/wizard-links.ts'
import { v1AccountRoutes } from './account-routes.ts'
import { hostedLinkOf } from './hosted-link.ts'
import { v1RefusalResponse } from './refusals.ts'
import { hostedSchema } from './requests.ts'
import { v1WebhookRoutes } from './webhook-routes.ts'

/** `/api/v1`: Unipile's older API, over the same people, with accounts of its own. */
export function v1Routes(runtime: Runtime, intents: Intents, accounts: Accounts, wizards: WizardLinks): Hono {
  const app = new Hono({ strict: false })
    .use(requireApiKey(runtime.apiKey))
    .route('/accounts', v1AccountRoutes(runtime, intents, accounts))
    .route('/webhooks', v1WebhookRoutes(runtime))
    .post('/hosted/accounts/link', async (c) => {
      const request = await parseBody(c.req, hostedSchema)
      return c.json({ object: 'HostedAuthUrl', url: wizards.create(hostedLinkOf(request)) }, 201)
    })

  app.all('*', (c) => {
    throw new WireError({
      status: 404,
      type: 'api/resource_not_found',
      title: 'No such route',
      detail: `${c.req.method} ${c.req.path}`,
    })
  })
  app.onError((error, c) => {
    if (error instanceof WireError) return v1RefusalResponse(error.refusal, c.req.path)
    throw error
  })
  return app
}
