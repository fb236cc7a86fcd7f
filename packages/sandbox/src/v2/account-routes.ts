import { Hono } from 'hono'
import type { Accounts } from '../flow/accounts.ts'
import type { Runtime } from '../state/runtime.ts'
import type { StoredAccount } from '../state/state.ts'
import { parseBody, parseValue } from '../wire/request.ts'
import { refusals } from '../wire/wire-error.ts'
import { accountBody } from './account-body.ts'
import { accountUpdateSchema, listSchema } from './requests.ts'

/** `/v2/accounts`: the linked accounts, newest first. */
export function accountRoutes({ store }: Runtime, accounts: Accounts): Hono {
  const find = (id: string): StoredAccount => {
    const account = store.account(id)
    if (!account) throw refusals.accountNotFound()
    return account
  }
  const body = (account: StoredAccount) => accountBody(account, store.state.applicationId)

  return new Hono({ strict: false })
    .get('/', (c) => {
      const { status, provider, search, offset, limit } = parseValue(c.req.query(), listSchema)
      const sought = search?.toLowerCase()
      const found = store.state.accounts
        .filter((account) => status === undefined || account.status === status)
        .filter((account) => provider === undefined || account.provider === provider)
        .filter((account) => sought === undefined || account.name.toLowerCase().includes(sought))
        .toReversed()
      return c.json({
        object: 'Accounts',
        data: found.slice(offset, offset + limit).map(body),
        has_more: found.length > offset + limit,
      })
    })
    .get('/:id', (c) => c.json(body(find(c.req.param('id')))))
    .patch('/:id', async (c) => {
      const account = find(c.req.param('id'))
      const { metadata, proxy } = await parseBody(c.req, accountUpdateSchema)
      if (metadata) account.metadata = metadata
      if (proxy) account.proxy = proxy
      store.save()
      return c.json(body(account))
    })
    .delete('/:id', (c) => {
      accounts.remove(find(c.req.param('id')))
      store.save()
      return c.json({ success: true })
    })
}
