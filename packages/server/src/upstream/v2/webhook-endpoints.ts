import { Secret } from '@connect-account/core/protocol'
import type * as v from 'valibot'
import { parseAnswer, type UnipileHttp } from '../unipile-http.ts'
import type { WebhookEndpoint, WebhookEndpointChange, WebhookEndpoints } from '../upstream.ts'
import { webhookEndpointAnswer, webhookEndpointsAnswer } from './unipile-answers.ts'
import { errorOf } from './unipile-errors.ts'
import { olderTriggerEvents, triggerEvents } from './webhook-event.ts'

/** How many endpoints one page has. */
const PAGE = 100

/** `/v2/webhooks/endpoints`. */
export function createWebhookEndpoints(http: UnipileHttp): WebhookEndpoints {
  const path = '/v2/webhooks/endpoints'
  const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`

  return {
    triggerEvents,
    olderTriggerEvents,
    async list() {
      const endpoints: WebhookEndpoint[] = []
      for (;;) {
        const answer = await http.send({
          method: 'GET',
          path: `${path}/?limit=${PAGE}&offset=${endpoints.length}`,
        })
        if (!answer.ok) throw errorOf('webhooks', answer)
        const { data, has_more } = parseAnswer(webhookEndpointsAnswer, answer.body)
        endpoints.push(...data.map(readEndpoint))
        if (!has_more || data.length === 0) return endpoints
      }
    },
    async create(input) {
      const answer = await http.send({ method: 'POST', path: `${path}/`, body: endpointBody(input) })
      if (!answer.ok) throw errorOf('webhooks', answer)
      return readEndpoint(parseAnswer(webhookEndpointAnswer, answer.body))
    },
    async update(id, change) {
      const answer = await http.send({ method: 'PATCH', path: pathOf(id), body: endpointBody(change) })
      if (!answer.ok) throw errorOf('webhooks', answer)
      return readEndpoint(parseAnswer(webhookEndpointAnswer, answer.body))
    },
    async remove(id) {
      const answer = await http.send({ method: 'DELETE', path: pathOf(id) })
      if (!answer.ok && answer.status !== 404) throw errorOf('webhooks', answer)
    },
  }
}

function endpointBody({ url, events, accountIds, enabled, description }: WebhookEndpointChange) {
  return {
    ...(url === undefined ? {} : { url }),
    ...(events === undefined ? {} : { trigger_events: events }),
    ...(accountIds === undefined ? {} : { account_ids: accountIds }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(description === undefined ? {} : { description }),
  }
}

function readEndpoint(answer: v.InferOutput<typeof webhookEndpointAnswer>): WebhookEndpoint {
  return {
    id: answer.id,
    url: answer.url,
    enabled: answer.enabled,
    events: answer.trigger_events ?? [],
    accountIds: answer.account_ids ?? [],
    ...(answer.description ? { description: answer.description } : {}),
    ...(answer.secret ? { secret: new Secret(answer.secret) } : {}),
  }
}
