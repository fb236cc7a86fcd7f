import { Hono } from 'hono'
import type { Runtime } from '../state/runtime.ts'
import { remove } from '../state/store.ts'
import { newId } from '../wire/identifiers.ts'
import { parseBody } from '../wire/request.ts'
import { WireError } from '../wire/wire-error.ts'
import { webhookSchema } from './requests.ts'

/** `/api/v1/webhooks`: account statuses only. Deliveries are unsigned and have the headers that the caller sets. */
export function v1WebhookRoutes({ store }: Runtime): Hono {
  return new Hono({ strict: false })
    .post('/', async (c) => {
      const { request_url, account_ids = [], headers = [], name } = await parseBody(c.req, webhookSchema)
      const id = newId('whk')
      store.state.endpoints.push({
        id,
        url: request_url,
        secret: '',
        enabled: true,
        triggerEvents: [],
        accountIds: account_ids,
        description: name ?? null,
        v1Headers: headers,
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
