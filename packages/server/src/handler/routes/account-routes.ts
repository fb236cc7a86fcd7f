import { ConnectError } from '@connect-account/core/errors'
import { mayLink } from '../../session/session-tokens.ts'
import { publicAccount } from '../../store/account-store.ts'
import type { HandlerContext } from '../handler-context.ts'
import type { SessionRoute } from './route.ts'

export function accountRoutes({ accounts, upstream }: HandlerContext): SessionRoute[] {
  return [
    {
      method: 'GET',
      path: '/accounts',
      async answer({ session }) {
        const records = await accounts.list(session.userId)
        const within = records.filter(({ provider }) => mayLink(session, provider))
        return Response.json({ accounts: within.map(publicAccount) })
      },
    },
    {
      method: 'DELETE',
      path: '/accounts/:id',
      async answer({ session, id }) {
        const account = await accounts.find(session.userId, id)
        if (!account || !mayLink(session, account.provider)) throw new ConnectError('account_not_found')
        await upstream.removeAccount(account.accountId)
        await accounts.remove(account.accountId)
        return new Response(null, { status: 204 })
      },
    },
  ]
}
