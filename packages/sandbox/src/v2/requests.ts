import * as v from 'valibot'
import { accountStatuses, codeChannels } from '../wire/enums.ts'
import { configMembers, customProxySchema, idSchema } from '../wire/start-request.ts'

/**
 * The requests of API v2. Unknown members are refused: it is not known whether Unipile does, so nothing may depend
 * on it.
 */

/** An empty code polls, because the API requires a string. */
export const answerSchema = v.strictObject({
  intent_id: idSchema,
  code: v.pipe(v.string(), v.maxLength(16_384)),
})

export const resendSchema = v.strictObject({ intent_id: idSchema })

export const challengeSchema = v.strictObject({
  intent_id: idSchema,
  challenge: v.exactOptional(v.picklist(codeChannels)),
})

const { custom_proxy, auto_proxy_config, products, initial_sync_enable, oauth_scope } = configMembers
const allow_methods = v.exactOptional(v.array(v.picklist(['credentials', 'cookies'])))

/**
 * `config` of a link (`CreateAuthLinkData` of the official client): what the wizard asks for and allows, by
 * provider and for all.
 */
const linkConfigSchema = v.strictObject({
  linkedin: v.exactOptional(v.strictObject({ allow_methods, custom_proxy, auto_proxy_config, products })),
  instagram: v.exactOptional(v.strictObject({ allow_methods, custom_proxy, auto_proxy_config })),
  whatsapp: v.exactOptional(v.strictObject({ custom_proxy, auto_proxy_config })),
  telegram: v.exactOptional(v.strictObject({ custom_proxy })),
  imap: v.exactOptional(v.strictObject({ custom_proxy, initial_sync_enable })),
  google: v.exactOptional(v.strictObject({ custom_proxy, oauth_scope })),
  outlook: v.exactOptional(v.strictObject({ custom_proxy, oauth_scope })),
  global: v.exactOptional(
    v.strictObject({
      login_hint: v.exactOptional(v.pipe(v.string(), v.maxLength(320))),
      wait_initial_sync: v.exactOptional(v.boolean()),
      allow_user_proxy_override: v.exactOptional(v.boolean()),
      allow_user_country_override: v.exactOptional(v.boolean()),
    }),
  ),
})

export const linkSchema = v.pipe(
  v.strictObject({
    providers: v.exactOptional(v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])),
    account_id: v.exactOptional(idSchema),
    expires_on: v.pipe(v.string(), v.isoTimestamp()),
    redirect_uri: v.pipe(v.string(), v.url(), v.regex(/^https?:/), v.maxLength(2000)),
    state: v.exactOptional(v.pipe(v.string(), v.maxLength(4096))),
    domain: v.exactOptional(v.pipe(v.string(), v.maxLength(253))),
    account_scope_id: v.exactOptional(idSchema),
    config: v.exactOptional(linkConfigSchema),
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

const page = { offset: count(0, 1_000_000), limit: count(20, 250) }

export const listSchema = v.strictObject({
  status: v.exactOptional(v.picklist(accountStatuses)),
  provider: v.exactOptional(v.string()),
  search: v.exactOptional(v.string()),
  ...page,
})

export const endpointListSchema = v.strictObject(page)

/** The log is one endpoint's, and can be limited to one event's. */
export const conversationsSchema = v.strictObject({
  endpoint_id: idSchema,
  event_id: v.exactOptional(idSchema),
  ...page,
})

/** `metadata` replaces `metadata.custom_data` alone; a `proxy` of `null` removes it. */
export const accountUpdateSchema = v.strictObject({
  metadata: v.exactOptional(v.record(v.string(), v.string())),
  proxy: v.exactOptional(v.nullable(customProxySchema)),
  auto_proxy_country: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2}$/))),
  account_scope_id: v.exactOptional(v.nullable(idSchema)),
})

const endpointUrl = v.pipe(v.string(), v.url(), v.regex(/^https?:/))
const endpointMembers = {
  /** Which of them exist depends on the API's version. */
  trigger_events: v.exactOptional(v.array(v.string())),
  account_ids: v.exactOptional(v.array(v.string())),
  description: v.exactOptional(v.nullable(v.string())),
}

export const endpointCreateSchema = v.strictObject({ url: endpointUrl, ...endpointMembers })
export const endpointUpdateSchema = v.strictObject({
  url: v.exactOptional(endpointUrl),
  enabled: v.exactOptional(v.boolean()),
  ...endpointMembers,
})
