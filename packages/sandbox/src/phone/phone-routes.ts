import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type * as v from 'valibot'
import type { Accounts } from '../flow/accounts.ts'
import type { Intents } from '../flow/intents.ts'
import type { Runtime } from '../state/runtime.ts'
import type { StoredAccount } from '../state/state.ts'
import { refuseOtherSites } from '../wire/middleware.ts'
import { parseBody, parseValue } from '../wire/request.ts'
import { refusals, WireError } from '../wire/wire-error.ts'
import { phoneView } from './page/phone-view.ts'
import type { Tab } from './page/screen.ts'
import {
  approveSchema,
  deliveryModeSchema,
  expireSchema,
  lockSchema,
  personaThatScans,
  scanSchema,
  statusSchema,
  syncSchema,
} from './phone-requests.ts'
import { PhoneResponses } from './phone-responses.ts'

/** The reason of an outage if none is given; the others are `unipile` and `proxy`. */
const DEFAULT_OUTAGE = 'provider'

/** `/phone`: pages for people, JSON for scripts. It needs no key. */
export function phoneRoutes(runtime: Runtime, intents: Intents, accounts: Accounts): Hono {
  const { store } = runtime
  const responses = new PhoneResponses(runtime, intents)

  const find = (id: string): StoredAccount => {
    const account = store.account(id)
    if (!account) throw refusals.accountNotFound()
    return account
  }

  /** Returns the screen that shows the scanning person's next step. */
  const afterScan = (to: string): { tab: Tab; to: string } => {
    const { messages, approvals } = phoneView(runtime, intents, to)
    if (approvals.length > 0) return { tab: 'approvals', to }
    return { tab: messages.length > 0 ? 'messages' : 'accounts', to }
  }

  const app = new Hono({ strict: false })
    .use(pageHeaders, refuseOtherSites)
    .get('/', (c) => responses.show(c))
    .post('/approve', async (c) => {
      const { to, approve, value } = await read(c, approveSchema)
      if (!intents.answerApproval(to, approve, value)) throw nothingToApprove(to)
      return responses.done(c, approve ? 'approved' : 'declined', { approved: approve })
    })
    .post('/scan', async (c) => {
      const { qrcode, as } = await read(c, scanSchema)
      const persona = personaThatScans(as)
      intents.scan(qrcode, persona)
      const to = persona.signInName
      return responses.done(c, 'scanned', { scanned: true, as: to }, afterScan(to))
    })
    .post('/expire', async (c) => {
      intents.expireQr((await read(c, expireSchema)).qrcode)
      return responses.done(c, 'expired', { expired: true })
    })
    .post('/accounts/:id', async (c) => {
      const account = find(c.req.param('id'))
      const { status, reason, product } = await read(c, statusSchema)
      accounts.setStatus(account, status, {
        reason: reason ?? (status === 'errored' ? DEFAULT_OUTAGE : undefined),
        product,
      })
      store.save()
      return responses.done(c, 'status', { id: account.id, status })
    })
    .post('/accounts/:id/lock', async (c) => {
      const account = find(c.req.param('id'))
      const { locked } = await read(c, lockSchema)
      accounts.setLocked(account, locked)
      store.save()
      return responses.done(c, 'status', { id: account.id, locked })
    })
    .post('/accounts/:id/sync', async (c) => {
      const account = find(c.req.param('id'))
      const { status } = await read(c, syncSchema)
      accounts.setSync(account, status)
      store.save()
      return responses.done(c, 'status', { id: account.id, sync: status })
    })
    .post('/webhooks', async (c) => {
      store.state.deliveryMode = (await read(c, deliveryModeSchema)).mode
      store.save()
      return responses.done(c, 'mode', { mode: store.state.deliveryMode })
    })
    .route('/', phoneAssets())

  app.onError((error, c) => {
    if (error instanceof WireError) return responses.refused(c, error.refusal)
    throw error
  })
  return app
}

/**
 * Forbids inline code and other origins. Only pages on this machine, such as the demo, may frame the phone.
 */
const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'self'", 'http://localhost:*', 'http://127.0.0.1:*'],
  },
  xFrameOptions: false,
})

async function read<S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
  return isForm ? parseValue(await c.req.parseBody(), schema) : parseBody(c.req, schema)
}

function nothingToApprove(to: string): WireError {
  return new WireError({
    status: 404,
    type: 'api/resource_not_found',
    title: 'Nothing to approve',
    detail: `No sign-in of ${to} is waiting for approval.`,
  })
}

const asset = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')

/** Serves the page's stylesheet and script as files, because its policy forbids inline code. */
function phoneAssets(): Hono {
  const css = asset('phone.css')
  const js = asset('phone.js')
  return new Hono()
    .get('/phone.css', (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/phone.js', (c) => c.body(js, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
}
