import { randomBytes } from 'node:crypto'
import { Secret } from '@connect-account/core/protocol'
import * as v from 'valibot'
import { id, optionalText } from '../answer-texts.ts'
import { parseAnswer, type UnipileHttp } from '../unipile-http.ts'
import type { WebhookEndpoint, WebhookEndpoints } from '../upstream.ts'
import { SECRET_HEADER } from './assumptions.ts'
import { errorOf } from './v1-errors.ts'

const PATH = '/api/v1/webhooks'

/** How many webhooks one page has. */
const PAGE = 100

const webhookAnswer = v.looseObject({
  id,
  request_url: v.string(),
  enabled: v.optional(v.boolean(), true),
  name: optionalText,
  account_ids: v.optional(v.nullable(v.array(v.looseObject({ id })))),
  headers: v.optional(v.nullable(v.array(v.looseObject({ key: v.string(), value: v.string() })))),
})
const webhooksAnswer = v.looseObject({ items: v.array(webhookAnswer), cursor: optionalText })
const createdAnswer = v.looseObject({ webhook_id: id })

/**
 * API v1's webhooks of account statuses. They have no list of events and cannot be changed, so a change makes
 * another one. What proves their sender is a header, whose value the creator chooses.
 * @param secret - The value of that header. Default: a random one for each new webhook.
 */
export function createWebhookEndpoints(http: UnipileHttp, secret: string | undefined): WebhookEndpoints {
  async function list(): Promise<readonly WebhookEndpoint[]> {
    const endpoints: WebhookEndpoint[] = []
    let cursor: string | undefined
    do {
      const query = new URLSearchParams({ limit: String(PAGE), ...(cursor ? { cursor } : {}) })
      const answer = await http.send({ method: 'GET', path: `${PATH}?${query}` })
      if (!answer.ok) throw errorOf('webhooks', answer)
      const page = parseAnswer(webhooksAnswer, answer.body)
      endpoints.push(...page.items.map(readEndpoint))
      cursor = page.items.length > 0 ? (page.cursor ?? undefined) : undefined
    } while (cursor !== undefined)
    return endpoints
  }

  async function create(
    url: string,
    { description, accountIds = [] }: Partial<WebhookEndpoint>,
    value: string,
  ): Promise<WebhookEndpoint> {
    const answer = await http.send({
      method: 'POST',
      path: PATH,
      body: {
        source: 'account_status',
        request_url: url,
        // Deliveries have no content type unless a header sets it.
        headers: [
          { key: 'Content-Type', value: 'application/json' },
          { key: SECRET_HEADER, value },
        ],
        ...(description === undefined ? {} : { name: description }),
        ...(accountIds.length > 0 ? { account_ids: accountIds } : {}),
      },
    })
    if (!answer.ok) throw errorOf('webhooks', answer)
    const { webhook_id } = parseAnswer(createdAnswer, answer.body)
    return { id: webhook_id, url, enabled: true, events: [], accountIds }
  }

  async function remove(endpoint: string): Promise<void> {
    const answer = await http.send({ method: 'DELETE', path: `${PATH}/${encodeURIComponent(endpoint)}` })
    if (!answer.ok && answer.status !== 404) throw errorOf('webhooks', answer)
  }

  return {
    triggerEvents: [],
    olderTriggerEvents: [],
    list,
    async create(input) {
      const value = secret ?? randomBytes(27).toString('base64url')
      const created = await create(input.url, input, value)
      return secret === undefined ? { ...created, secret: new Secret(value) } : created
    },
    async update(endpoint, change) {
      const old = (await list()).find((one) => one.id === endpoint)
      const value = secret ?? old?.secret?.reveal() ?? randomBytes(27).toString('base64url')
      const changed = await create(change.url ?? old?.url ?? '', { ...old, ...change }, value)
      // The new one first: for a moment each status comes twice, and none is lost.
      await remove(endpoint)
      return changed
    },
    remove,
  }
}

function readEndpoint(answer: v.InferOutput<typeof webhookAnswer>): WebhookEndpoint {
  const proof = answer.headers?.find(({ key }) => key.toLowerCase() === SECRET_HEADER)
  return {
    id: answer.id,
    url: answer.request_url,
    enabled: answer.enabled,
    events: [],
    accountIds: (answer.account_ids ?? []).map((account) => account.id),
    ...(answer.name ? { description: answer.name } : {}),
    ...(proof ? { secret: new Secret(proof.value) } : {}),
  }
}
