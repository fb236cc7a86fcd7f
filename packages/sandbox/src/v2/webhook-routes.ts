import { Hono } from 'hono'
import type { Runtime } from '../state/runtime.ts'
import type { StoredAttempt, StoredEndpoint } from '../state/state.ts'
import { remove } from '../state/store.ts'
import { eventsOf } from '../wire/enums.ts'
import { newId, newToken } from '../wire/identifiers.ts'
import { parseBody, parseValue } from '../wire/request.ts'
import { refusals, WireError } from '../wire/wire-error.ts'
import {
  conversationsSchema,
  endpointCreateSchema,
  endpointListSchema,
  endpointUpdateSchema,
} from './requests.ts'

/** `/v2/webhooks`: the webhook endpoints and the delivery log. */
export function webhookRoutes({ store, eventList }: Runtime): Hono {
  const { state } = store
  const find = (id: string): StoredEndpoint => {
    const endpoint = state.endpoints.find((candidate) => candidate.id === id && !candidate.v1Headers)
    if (!endpoint) throw endpointNotFound()
    return endpoint
  }
  /** An account that an endpoint is limited to; one that no longer exists is `deleted`. */
  const target = (id: string) => {
    const account = store.account(id, 'v2')
    return {
      object: 'WebhookEndpointAccountTarget',
      id,
      account_name: account?.name ?? null,
      account_provider: account?.provider ?? 'linkedin',
      status: account ? 'active' : 'deleted',
    }
  }
  const checkEvents = (types: readonly string[] = []) => {
    const unknown = types.find((type) => !eventsOf(eventList).includes(type))
    if (unknown === undefined) return
    throw refusals.invalidParameters(`trigger_events: unknown event ${unknown.slice(0, 64)}.`)
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
    account_targets: endpoint.accountIds.map(target),
    description: endpoint.description,
  })

  return new Hono({ strict: false })
    .get('/endpoints', (c) => {
      const { offset, limit } = parseValue(c.req.query(), endpointListSchema)
      const all = state.endpoints.filter(({ v1Headers }) => !v1Headers)
      return c.json({
        object: 'WebhookEndpoints',
        data: all.slice(offset, offset + limit).map(body),
        has_more: all.length > offset + limit,
      })
    })
    .post('/endpoints', async (c) => {
      const request = await parseBody(c.req, endpointCreateSchema)
      checkEvents(request.trigger_events)
      const endpoint: StoredEndpoint = {
        id: newId('we'),
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
      checkEvents(request.trigger_events)
      endpoint.url = request.url ?? endpoint.url
      endpoint.enabled = request.enabled ?? endpoint.enabled
      endpoint.triggerEvents = request.trigger_events ?? endpoint.triggerEvents
      endpoint.accountIds = request.account_ids ?? endpoint.accountIds
      if (request.description !== undefined) endpoint.description = request.description
      store.save()
      return c.json(body(endpoint))
    })
    .delete('/endpoints/:id', (c) => {
      const { id } = find(c.req.param('id'))
      remove(state.endpoints, (endpoint) => endpoint.id === id)
      store.save()
      return c.json({ success: true })
    })
    .get('/conversations', (c) => {
      const { endpoint_id, event_id, offset, limit } = parseValue(c.req.query(), conversationsSchema)
      find(endpoint_id)
      const log = state.attempts
        .filter(({ endpointId, eventId }) => endpointId === endpoint_id && eventId === (event_id ?? eventId))
        .toReversed()
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
