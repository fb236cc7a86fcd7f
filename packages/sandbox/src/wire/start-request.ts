import * as v from 'valibot'

/**
 * What a start asks for besides the credentials (`config` on the wire). It is stored with the account, so a proxy's user name
 * and password are dropped when the request is read.
 */
export const accountConfigSchema = v.object({
  custom_proxy: v.exactOptional(
    v.object({
      host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
      port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
      protocol: v.exactOptional(v.picklist(['https', 'http', 'socks5', 'socks4'])),
    }),
  ),
  auto_proxy_config: v.exactOptional(
    v.object({
      country: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2}$/))),
      ip: v.exactOptional(v.pipe(v.string(), v.ipv4())),
    }),
  ),
  products: v.exactOptional(
    v.pipe(
      v.array(v.picklist(['classic', 'company', 'recruiter', 'sales_navigator'])),
      v.check(
        (products) => !(products.includes('recruiter') && products.includes('sales_navigator')),
        'recruiter or sales_navigator, not both',
      ),
    ),
  ),
  initial_sync_enable: v.exactOptional(v.boolean()),
  oauth_scope: v.exactOptional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/))), v.maxLength(50)),
  ),
})

export type AccountConfig = v.InferOutput<typeof accountConfigSchema>

/** An id in a request. */
export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** Starts an intent. Unknown members are kept: each provider reads its own. */
export const startSchema = v.looseObject({
  provider: v.pipe(v.string(), v.maxLength(64)),
  credentials: v.optional(v.record(v.string(), v.unknown()), {}),
  state: v.exactOptional(v.pipe(v.string(), v.maxLength(4096))),
  account_id: v.exactOptional(idSchema),
  config: v.exactOptional(accountConfigSchema),
})

export type StartRequest = v.InferOutput<typeof startSchema>
