import { Hono } from 'hono'
import * as v from 'valibot'
import type { Accounts } from '../flow/accounts.ts'
import { callOf } from '../flow/call.ts'
import type { Intents, Reply } from '../flow/intents.ts'
import type { Runtime } from '../state/runtime.ts'
import type { StoredAccount, StoredIntent } from '../state/state.ts'
import { remove } from '../state/store.ts'
import { parseBody, parseValue } from '../wire/request.ts'
import { refusals, WireError } from '../wire/wire-error.ts'
import { v1AccountBody, v1Status } from './account-body.ts'
import { v1CheckpointBody } from './checkpoint-body.ts'
import { answerSchema, listSchema, resendSchema } from './requests.ts'
import { readStart } from './start.ts'

/** The code by which API v1 requests a challenge. */
const TRY_ANOTHER_WAY = 'TRY_ANOTHER_WAY'
/** How long an intent lives on API v1. */
const INTENT_SECONDS = 300

/**
 * `/api/v1/accounts`: starts, reconnects, checkpoints and linked accounts. An intent has no id of its own. It
 * goes by the id of the future account, which can be read once it is linked, or of the account to reconnect.
 */
export function v1AccountRoutes(runtime: Runtime, intents: Intents, accounts: Accounts): Hono {
  const { store } = runtime
  const find = (id: string): StoredAccount => {
    const account = store.account(id, 'v1')
    if (!account) throw refusals.accountNotFound()
    return account
  }
  const intentOf = (accountId: string): StoredIntent => {
    const intent = store.state.intents.findLast(
      ({ id, api, accountId: reconnected }) => api === 'v1' && (reconnected ?? id) === accountId,
    )
    if (!intent) throw refusals.intentNotFound()
    return intent
  }

  /** Responds with the linked or reconnected account, or with the next checkpoint. */
  const respond = (reply: Reply, reconnected: string | undefined): Response => {
    if ('linked' in reply) {
      const object = reconnected === undefined ? 'AccountCreated' : 'AccountReconnected'
      return Response.json({ object, account_id: reply.linked.id }, { status: 201 })
    }
    if (reply.object === 'OauthUrl') throw new Error('API v1 has no consent pages of its own.')
    return Response.json(
      {
        object: 'Checkpoint',
        account_id: reconnected ?? reply.intent_id,
        checkpoint: v1CheckpointBody(reply),
      },
      { status: 202 },
    )
  }

  /** API v1 cannot return a second QR code, so the first one lasts as long as the intent. */
  const respondToStart = (reply: Reply, reconnected: string | undefined): Response => {
    const position = 'intent_id' in reply ? store.intent(reply.intent_id)?.position : undefined
    if (position?.at === 'scan') {
      position.round = runtime.timings.qrRounds
      position.expiresAt = runtime.now() + INTENT_SECONDS * 1000
      store.save()
    }
    return respond(reply, reconnected)
  }

  /** The other channel for a code. A checkpoint that sends nothing has no other challenge. */
  const otherChannel = ({ position }: StoredIntent): string => {
    if (position.at !== 'code' && position.at !== 'approval')
      throw refusals.wrongCode('There is no other challenge.')
    return position.at === 'code' && position.channel === 'SMS' ? 'EMAIL' : 'SMS'
  }

  return new Hono({ strict: false })
    .get('/', (c) => {
      const { limit, cursor } = parseValue(c.req.query(), listSchema)
      const all = store.state.accounts.filter(({ api }) => api === 'v1').toReversed()
      const after = cursor === undefined ? -1 : all.findIndex(({ id }) => id === readCursor(cursor))
      const items = all.slice(after + 1, after + 1 + limit)
      const last = items.at(-1)
      const more = last !== undefined && last !== all.at(-1)
      return c.json({
        object: 'AccountList',
        items: items.map(v1AccountBody),
        cursor: more ? Buffer.from(JSON.stringify({ last_id: last.id })).toString('base64') : null,
      })
    })
    .post('/', async (c) => {
      const request = readStart(await parseBody(c.req, v.unknown()), undefined)
      return respondToStart(await intents.start(request, callOf(c.req.raw, runtime), 'v1'), undefined)
    })
    .post('/checkpoint', async (c) => {
      const { account_id, code } = await parseBody(c.req, answerSchema)
      const intent = intentOf(account_id)
      const call = callOf(c.req.raw, runtime)
      const reply =
        code === TRY_ANOTHER_WAY
          ? await intents.requestChallenge(intent.id, otherChannel(intent), call)
          : await intents.answer(intent.id, code, call)
      return respond(reply, intent.accountId)
    })
    .post('/checkpoint/resend', async (c) => {
      const { account_id } = await parseBody(c.req, resendSchema)
      try {
        intents.resend(intentOf(account_id).id)
      } catch (error) {
        throw error instanceof WireError && error.refusal.status === 429 ? cannotResendYet(error) : error
      }
      return c.json({ object: 'CheckpointResend', account_id, success: true })
    })
    .get('/:id', (c) => c.json(v1AccountBody(find(c.req.param('id')))))
    .post('/:id', async (c) => {
      const account = find(c.req.param('id'))
      const request = readStart(await parseBody(c.req, v.unknown()), account)
      // One intent per account: a new one replaces the previous one.
      while (remove(store.state.intents, ({ accountId }) => accountId === account.id)) store.save()
      return respondToStart(await intents.start(request, callOf(c.req.raw, runtime), 'v1'), account.id)
    })
    .delete('/:id', (c) => {
      accounts.remove(find(c.req.param('id')))
      store.save()
      return c.json({ object: 'AccountDeleted' })
    })
    .post('/:id/restart', (c) => {
      const account = find(c.req.param('id'))
      if (v1Status(account) !== 'STOPPED') return c.json({ object: 'AccountFailedToRestart' })
      accounts.setStatus(account, 'running')
      store.save()
      return c.json({ object: 'AccountRestarted' })
    })
    .get('/:id/sync', (c) => {
      const { status } = find(c.req.param('id')).sync
      return c.json({ object: 'AccountResync', status: syncStatuses[status] })
    })
}

const syncStatuses = {
  pending: 'SYNC_STARTED',
  running: 'SYNC_RUNNING',
  failed: 'SYNC_ERROR',
  completed: 'SYNC_DONE',
} as const

function readCursor(cursor: string): string {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString())
    return v.parse(v.object({ last_id: v.string() }), read).last_id
  } catch {
    throw refusals.invalidParameters('cursor: not from a list.')
  }
}

function cannotResendYet({ refusal }: WireError): WireError {
  return new WireError({ ...refusal, status: 422, type: 'api/cannot_resend_yet' })
}
