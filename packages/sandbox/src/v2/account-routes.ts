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
    const account = store.account(id, 'v2')
    if (!account) throw refusals.accountNotFound()
    return account
  }
  const body = (account: StoredAccount) => accountBody(account, store.state.applicationId)

  return new Hono({ strict: false })
    .get('/', (c) => {
      const { status, provider, search, offset, limit } = parseValue(c.req.query(), listSchema)
      const sought = search?.toLowerCase()
      const found = store.state.accounts
        .filter(({ api }) => api === 'v2')
        .filter((account) => status === undefined || account.status === status)
        .filter((account) => provider === undefined || account.provider === provider)
        .filter(
          ({ id, name }) =>
            sought === undefined || id.toLowerCase() === sought || name.toLowerCase().includes(sought),
        )
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
      const change = await parseBody(c.req, accountUpdateSchema)
      const { metadata, proxy, auto_proxy_country: country } = change
      if (metadata) account.customData = metadata
      if (country) account.proxy = { country: country.toUpperCase(), auto_proxy: true }
      if (proxy) account.proxy = { country: null, auto_proxy: false, ...proxy }
      if (proxy === null) delete account.proxy
      store.save()
      return c.json(body(account))
    })
    .delete('/:id', (c) => {
      accounts.remove(find(c.req.param('id')))
      store.save()
      return c.json({ success: true })
    })
}
