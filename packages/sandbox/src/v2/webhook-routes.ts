import { Hono } from 'hono'
import type { Runtime } from '../state/runtime.ts'
import type { StoredAttempt, StoredEndpoint } from '../state/state.ts'
import { remove } from '../state/store.ts'
import { newId, newToken } from '../wire/identifiers.ts'
import { parseBody, parseValue } from '../wire/request.ts'
import { WireError } from '../wire/wire-error.ts'
import { endpointCreateSchema, endpointUpdateSchema, listSchema } from './requests.ts'

/** `/v2/webhooks`: the webhook endpoints and the delivery log. */
export function webhookRoutes({ store }: Runtime): Hono {
  const { state } = store
  const find = (id: string): StoredEndpoint => {
    const endpoint = state.endpoints.find((candidate) => candidate.id === id && !candidate.v1Headers)
    if (!endpoint) throw endpointNotFound()
    return endpoint
  }
  const body = (endpoint: StoredEndpoint) => ({
    object: 'WebhookEndpoint',
    id: endpoint.id,
    application_id: state.applicationId,
    url: endpoint.url,
    enabled: endpoint.enabled,
    trigger_events: endpoint.triggerEvents,
    secret: endpoint.secret,
    account_ids: endpoint.accountIds,
    account_targets: endpoint.accountIds.length > 0 ? 'selected' : 'all',
    description: endpoint.description,
  })

  return new Hono({ strict: false })
    .get('/endpoints', (c) =>
      c.json({
        object: 'WebhookEndpoints',
        data: state.endpoints.filter(({ v1Headers }) => !v1Headers).map(body),
        has_more: false,
      }),
    )
    .post('/endpoints', async (c) => {
      const request = await parseBody(c.req, endpointCreateSchema)
      const endpoint: StoredEndpoint = {
        id: newId('whe'),
        url: request.url,
        secret: newToken(),
        enabled: true,
        triggerEvents: request.trigger_events ?? [],
        accountIds: request.account_ids ?? [],
        description: request.description ?? null,
      }
      state.endpoints.push(endpoint)
      store.save()
      return c.json(body(endpoint))
    })
    .get('/endpoints/:id', (c) => c.json(body(find(c.req.param('id')))))
    .patch('/endpoints/:id', async (c) => {
      const endpoint = find(c.req.param('id'))
      const request = await parseBody(c.req, endpointUpdateSchema)
      endpoint.url = request.url ?? endpoint.url
      endpoint.enabled = request.enabled ?? endpoint.enabled
      endpoint.triggerEvents = request.trigger_events ?? endpoint.triggerEvents
      endpoint.accountIds = request.account_ids ?? endpoint.accountIds
      if (request.description !== undefined) endpoint.description = request.description
      store.save()
      return c.json(body(endpoint))
    })
    .delete('/endpoints/:id', (c) => {
      if (!remove(state.endpoints, ({ id }) => id === c.req.param('id'))) throw endpointNotFound()
      store.save()
      return c.json({ success: true })
    })
    .get('/conversations', (c) => {
      const { offset, limit } = parseValue(c.req.query(), listSchema)
      const log = state.attempts.toReversed()
      return c.json({
        object: 'WebhookConversations',
        data: log.slice(offset, offset + limit).map(conversationBody),
        has_more: log.length > offset + limit,
      })
    })
}

function conversationBody(attempt: StoredAttempt) {
  return {
    object: 'WebhookConversation',
    id: attempt.id,
    endpoint_id: attempt.endpointId,
    event_id: attempt.eventId,
    event_type: attempt.eventType,
    endpoint_url: attempt.endpointUrl,
    first_attempt: attempt.firstAttempt,
    http_status: attempt.httpStatus,
    response_body: attempt.responseBody,
    created_at: new Date(attempt.createdAt).toISOString(),
  }
}

function endpointNotFound(): WireError {
  return new WireError({ status: 404, type: 'api/resource_not_found', title: 'No such webhook endpoint' })
}
