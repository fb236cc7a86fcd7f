import { Hono } from 'hono'
import { callOf } from '../flow/call.ts'
import type { Intents, Reply } from '../flow/intents.ts'
import type { Runtime } from '../state/runtime.ts'
import { parseBody } from '../wire/request.ts'
import { startSchema } from '../wire/start-request.ts'
import type { WizardLinks } from '../wizard/wizard-links.ts'
import { accountBody } from './account-body.ts'
import { answerSchema, challengeSchema, linkSchema, resendSchema } from './requests.ts'
import { checkMembers } from './start-members.ts'

/** `/v2/auth`: starts, checkpoints and links to the hosted wizard. */
export function authRoutes(runtime: Runtime, intents: Intents, wizards: WizardLinks): Hono {
  const body = (reply: Reply) =>
    'linked' in reply ? accountBody(reply.linked, runtime.store.state.applicationId) : reply

  return new Hono({ strict: false })
    .post('/intent', async (c) => {
      const request = await parseBody(c.req, startSchema)
      checkMembers(request)
      return c.json(body(await intents.start(request, callOf(c.req.raw, runtime))))
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
      const { intent_id, code } = await parseBody(c.req, answerSchema)
      return c.json(body(await intents.answer(intent_id, code, callOf(c.req.raw, runtime))))
    })
    .post('/checkpoint/resend', async (c) => {
      const { intent_id } = await parseBody(c.req, resendSchema)
      intents.resend(intent_id)
      return c.body(null, 204)
    })
    .post('/checkpoint/request', async (c) => {
      const { intent_id, challenge } = await parseBody(c.req, challengeSchema)
      return c.json(body(await intents.requestChallenge(intent_id, challenge, callOf(c.req.raw, runtime))))
    })
}
