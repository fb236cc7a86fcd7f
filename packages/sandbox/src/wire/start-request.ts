import * as v from 'valibot'

const proxyMembers = {
  host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  protocol: v.exactOptional(v.picklist(['https', 'http', 'socks5', 'socks4'])),
}
const nearSchema = v.strictObject({
  country: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2}$/))),
  ip: v.exactOptional(v.pipe(v.string(), v.ipv4())),
})
const productsSchema = v.pipe(
  v.array(v.picklist(['classic', 'company', 'recruiter', 'sales_navigator'])),
  v.check(
    (products) => !(products.includes('recruiter') && products.includes('sales_navigator')),
    'recruiter or sales_navigator, not both',
  ),
)
const scopesSchema = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/))),
  v.maxLength(50),
)

/** A proxy in a request. Its user name and password are dropped when it is read, because the rest is stored. */
export const customProxySchema = v.pipe(
  v.strictObject({
    ...proxyMembers,
    username: v.exactOptional(v.string()),
    password: v.exactOptional(v.string()),
  }),
  v.transform(({ username: _, password: __, ...proxy }) => proxy),
)

const asked = {
  auto_proxy_config: v.exactOptional(nearSchema),
  products: v.exactOptional(productsSchema),
  initial_sync_enable: v.exactOptional(v.boolean()),
  oauth_scope: v.exactOptional(scopesSchema),
}

/** The members of `config` on the wire. Which of them a provider takes differs. */
export const configMembers = { custom_proxy: v.exactOptional(customProxySchema), ...asked }

/** What a start asks for besides the credentials. */
const configSchema = v.strictObject(configMembers)

/** The same as it is stored with the account. */
export const accountConfigSchema = v.object({
  custom_proxy: v.exactOptional(v.object(proxyMembers)),
  ...asked,
})

export type AccountConfig = v.InferOutput<typeof accountConfigSchema>

/** An id in a request. */
export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** Starts an intent. What only some providers take is in `membersOfStart`. */
export const startSchema = v.strictObject({
  provider: v.pipe(v.string(), v.maxLength(64)),
  credentials: v.optional(v.record(v.string(), v.unknown()), {}),
  state: v.exactOptional(v.pipe(v.string(), v.maxLength(4096))),
  account_id: v.exactOptional(idSchema),
  account_scope_id: v.exactOptional(idSchema),
  user_agent: v.exactOptional(v.pipe(v.string(), v.trim(), v.maxLength(1024))),
  user_timezone: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  oauth_callback_redirect_uri: v.exactOptional(
    v.pipe(v.string(), v.url(), v.regex(/^https?:/), v.maxLength(2000)),
  ),
  login_hint: v.exactOptional(v.pipe(v.string(), v.maxLength(320))),
  config: v.exactOptional(configSchema),
})

export type StartRequest = v.InferOutput<typeof startSchema>
