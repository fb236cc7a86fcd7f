import { createHash } from 'node:crypto'
import { ConnectError } from '@connect-account/core/errors'
import { type KnownAccount, renameRequestSchema } from '@connect-account/core/protocol'
import { disconnectAccount } from '../accounts/disconnect.ts'
import { accountToReconnect, ownAccount } from '../accounts/own-account.ts'
import { presentAccounts } from '../accounts/present-accounts.ts'
import { jsonResponse } from '../http/direct-body.ts'
import { eventStream } from '../http/event-stream.ts'
import { readJson } from '../http/read-body.ts'
import type { Session } from '../session/session-tokens.ts'
import { accountFeedKey, publicAccount } from '../store/account-store.ts'
import { countedAs } from './counted-as.ts'
import type { HandlerContext } from './handler-context.ts'
import type { SessionRoute } from './route.ts'

export function accountRoutes(context: HandlerContext): SessionRoute[] {
  const { accounts, feeds, now } = context

  /**
   * The whole list each time: a reader that reconnects misses nothing, and does not get again what it has.
   */
  async function readAccounts(session: Session) {
    const data = { accounts: await presentAccounts(accounts, session) }
    const id = createHash('sha256').update(JSON.stringify(data)).digest('base64url')
    return { id, data, last: false }
  }

  return [
    {
      method: 'GET',
      path: '/accounts',
      answer: async ({ session }) => jsonResponse({ accounts: await presentAccounts(accounts, session) }),
    },
    {
      method: 'GET',
      path: '/accounts/events',
      answer: async ({ request, session }) =>
        eventStream(context, request, {
          event: 'accounts',
          topic: {
            key: `accounts ${JSON.stringify([session.userId, session.providers])}`,
            read: () => readAccounts(session),
            subscribe: (onChange) => feeds.accounts.subscribe(accountFeedKey(session.userId), onChange),
          },
          owner: countedAs(session),
          until: session.expiresAt,
        }),
    },
    {
      method: 'GET',
      path: '/accounts/:id',
      forLinks: true,
      async answer({ session, id }) {
        const account = await accountToReconnect({ accounts, links: context.links.links }, session, id)
        const signIn = await accounts.signInOf(account)
        const { provider, name } = account
        const known: KnownAccount = {
          id: account.id,
          provider,
          ...(name === undefined ? {} : { name }),
          ...signIn,
        }
        return jsonResponse(known)
      },
    },
    {
      method: 'PATCH',
      path: '/accounts/:id',
      limit: 'change',
      async answer({ request, session, id }) {
        const { name } = await readJson(request, renameRequestSchema)
        const { accountId } = await ownAccount(accounts, session, id)
        const renamed = await accounts.rename(accountId, name, new Date(now()))
        if (!renamed) throw new ConnectError('account_not_found')
        return jsonResponse(publicAccount(renamed))
      },
    },
    {
      method: 'DELETE',
      path: '/accounts/:id',
      limit: 'change',
      async answer({ session, id }) {
        await disconnectAccount(context, await ownAccount(accounts, session, id))
        return new Response(null, { status: 204 })
      },
    },
  ]
}
