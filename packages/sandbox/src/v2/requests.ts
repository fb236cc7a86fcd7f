import * as v from 'valibot'
import { triggerEvents } from '../wire/enums.ts'
import { idSchema } from '../wire/start-request.ts'

/** The requests of API v2. Unknown members are ignored, as Unipile does. */

/** An empty code polls, because the API requires a string. */
export const answerSchema = v.object({ intent_id: idSchema, code: v.pipe(v.string(), v.maxLength(16_384)) })

export const resendSchema = v.object({ intent_id: idSchema })

export const challengeSchema = v.object({
  intent_id: idSchema,
  challenge: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
})

/** Of `config` only the login hint is read, because the wizard is the same page for all. */
export const linkSchema = v.pipe(
  v.object({
    providers: v.exactOptional(v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])),
    account_id: v.exactOptional(idSchema),
    expires_on: v.pipe(v.string(), v.isoTimestamp()),
    redirect_uri: v.pipe(v.string(), v.url(), v.regex(/^https?:/), v.maxLength(2000)),
    state: v.exactOptional(v.pipe(v.string(), v.maxLength(4096))),
    config: v.exactOptional(
      v.looseObject({
        global: v.exactOptional(
          v.looseObject({ login_hint: v.exactOptional(v.pipe(v.string(), v.maxLength(320))) }),
        ),
      }),
    ),
  }),
  v.check(
    ({ providers, account_id }) => (providers === undefined) !== (account_id === undefined),
    'providers or account_id, and not both',
  ),
)

const count = (fallback: number, max: number) =>
  v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.minValue(0), v.maxValue(max)),
    String(fallback),
  )

export const listSchema = v.object({
  status: v.exactOptional(v.string()),
  provider: v.exactOptional(v.string()),
  search: v.exactOptional(v.string()),
  offset: count(0, 1_000_000),
  limit: count(20, 250),
})

export const accountUpdateSchema = v.object({
  metadata: v.exactOptional(v.record(v.string(), v.string())),
  proxy: v.exactOptional(
    v.object({
      country: v.optional(v.nullable(v.string()), null),
      auto_proxy: v.optional(v.boolean(), false),
    }),
  ),
})

const endpointUrl = v.pipe(v.string(), v.url(), v.regex(/^https?:/))
const endpointMembers = {
  trigger_events: v.exactOptional(v.array(v.picklist(triggerEvents))),
  account_ids: v.exactOptional(v.array(v.string())),
  description: v.exactOptional(v.nullable(v.string())),
}

export const endpointCreateSchema = v.object({ url: endpointUrl, ...endpointMembers })
export const endpointUpdateSchema = v.object({
  url: v.exactOptional(endpointUrl),
  enabled: v.exactOptional(v.boolean()),
  ...endpointMembers,
})
