import * as v from 'valibot'

/** The requests of API v1. Unknown members are ignored, as Unipile does. */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const provider = v.pipe(v.string(), v.maxLength(64))
const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(320))
const host = v.pipe(v.string(), v.minLength(1), v.maxLength(253))
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))
const address = v.pipe(v.string(), v.url(), v.regex(/^https?:/), v.maxLength(2000))

export const providerSchema = v.object({
  provider,
  proxy: v.exactOptional(v.looseObject({})),
  country: v.exactOptional(v.string()),
  ip: v.exactOptional(v.string()),
})

export const cookieSchema = v.object({
  access_token: secret,
  premium_token: v.exactOptional(secret),
  user_agent: v.exactOptional(v.pipe(v.string(), v.maxLength(1024))),
})
export const passwordSchema = v.object({ username: name, password: secret })
export const twitterSchema = v.object({ username: name, email: v.pipe(name, v.email()), password: secret })
export const mailSchema = v.object({
  imap_user: name,
  imap_password: secret,
  imap_host: host,
  imap_port: port,
  imap_encryption: v.optional(v.picklist(['tls', 'ssl', 'starttls', 'default']), 'default'),
  smtp_user: name,
  smtp_password: secret,
  smtp_host: host,
  smtp_port: port,
})
export const mailPasswordSchema = v.object({ imap_password: secret, smtp_password: secret })

export const answerSchema = v.object({
  provider,
  account_id: id,
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(16_384)),
})
export const resendSchema = v.object({ provider, account_id: id })

export const listSchema = v.object({
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(250)),
    '100',
  ),
  cursor: v.exactOptional(v.pipe(v.string(), v.maxLength(400))),
})

const hosted = {
  api_url: address,
  expiresOn: v.pipe(v.string(), v.isoTimestamp()),
  name: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(4096))),
  notify_url: v.exactOptional(address),
  success_redirect_url: v.exactOptional(address),
  failure_redirect_url: v.exactOptional(address),
}
export const hostedSchema = v.variant('type', [
  v.object({
    type: v.literal('create'),
    providers: v.union([v.picklist(['*', '*:MAILING', '*:MESSAGING']), v.array(provider)]),
    ...hosted,
  }),
  v.object({ type: v.literal('reconnect'), reconnect_account: id, ...hosted }),
])

export const webhookSchema = v.object({
  source: v.literal('account_status'),
  request_url: address,
  name: v.exactOptional(v.string()),
  account_ids: v.exactOptional(v.array(v.string())),
  headers: v.exactOptional(
    v.array(v.object({ key: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)), value: v.string() })),
  ),
})
