import { Hono } from 'hono'
import type { Runtime } from '../state/runtime.ts'
import type { StoredEndpoint } from '../state/state.ts'
import { remove } from '../state/store.ts'
import { newId } from '../wire/identifiers.ts'
import { parseBody, parseValue } from '../wire/request.ts'
import { WireError } from '../wire/wire-error.ts'
import { accountType } from './providers.ts'
import { listSchema, webhookSchema } from './requests.ts'

/**
 * `/api/v1/webhooks`: account statuses only. Deliveries are unsigned and have the headers that the caller
 * sets.
 */
export function v1WebhookRoutes({ store }: Runtime): Hono {
  const body = ({ id, url, enabled, accountIds, description, v1Headers = [] }: StoredEndpoint) => ({
    object: 'Webhook',
    id,
    type: 'AUTO',
    account_ids: accountIds
      .flatMap((accountId) => store.account(accountId, 'v1') ?? [])
      .map((account) => ({ id: account.id, name: account.name, type: accountType(account.provider) })),
    enabled,
    request_url: url,
    format: 'json',
    headers: v1Headers,
    data: [],
    ...(description !== null && { name: description }),
  })

  return new Hono({ strict: false })
    .get('/', (c) => {
      const { limit } = parseValue(c.req.query(), listSchema)
      const items = store.state.endpoints.filter(({ v1Headers }) => v1Headers).slice(0, limit)
      return c.json({ object: 'WebhookList', items: items.map(body), cursor: null })
    })
    .post('/', async (c) => {
      const request = await parseBody(c.req, webhookSchema)
      const id = newId('whk')
      store.state.endpoints.push({
        id,
        url: request.request_url,
        secret: '',
        enabled: request.enabled,
        triggerEvents: [],
        accountIds: request.account_ids,
        description: request.name ?? null,
        v1Headers: request.headers,
      })
      store.save()
      return c.json({ object: 'WebhookCreated', webhook_id: id }, 201)
    })
    .delete('/:id', (c) => {
      const found = remove(
        store.state.endpoints,
        ({ id, v1Headers }) => !!v1Headers && id === c.req.param('id'),
      )
      if (!found)
        throw new WireError({ status: 404, type: 'api/resource_not_found', title: 'No such webhook' })
      store.save()
      return c.json({ object: 'WebhookDeleted' })
    })
}
