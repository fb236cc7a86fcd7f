import { Hono } from 'hono'
import { callOf } from '../flow/call.ts'
import type { Answer, Intents } from '../flow/intents.ts'
import type { World } from '../state/world.ts'
import { parseBody } from '../wire/parse-body.ts'
import type { WizardLinks } from '../wizard/wizard-links.ts'
import { accountBody } from './account-body.ts'
import { anotherWaySchema, linkSchema, resendSchema, solveSchema, startSchema } from './requests.ts'

/** `/v2/auth`: starting an intent and passing its checkpoints, or a link to the wizard that does. */
export function authRoutes(world: World, intents: Intents, wizards: WizardLinks): Hono {
  const body = (answer: Answer) =>
    'linked' in answer ? accountBody(answer.linked, world.store.state.applicationId) : answer

  return new Hono({ strict: false })
    .post('/intent', async (c) => {
      const request = await parseBody(c.req, startSchema)
      return c.json(body(await intents.start(request, callOf(c.req.raw, world))))
    })
    .post('/link', async (c) => {
      const request = await parseBody(c.req, linkSchema)
      const login = request.config?.global?.login_hint
      const link = wizards.create({
        providers: request.providers ?? '*',
        ...(request.account_id !== undefined && { accountId: request.account_id }),
        expiresAt: Date.parse(request.expires_on),
        ...(request.state !== undefined && { state: request.state }),
        ...(login !== undefined && { loginHint: login }),
        back: { api: 'v2', url: request.redirect_uri },
      })
      return c.json({ object: 'HostedAuthLink', link })
    })
    .post('/checkpoint', async (c) => {
      const { intent_id, code } = await parseBody(c.req, solveSchema)
      return c.json(body(await intents.solve(intent_id, code, callOf(c.req.raw, world))))
    })
    .post('/checkpoint/resend', async (c) => {
      const { intent_id } = await parseBody(c.req, resendSchema)
      intents.resend(intent_id)
      return c.body(null, 204)
    })
    .post('/checkpoint/request', async (c) => {
      const request = await parseBody(c.req, anotherWaySchema)
      return c.json(body(await intents.anotherWay(request, callOf(c.req.raw, world))))
    })
}
