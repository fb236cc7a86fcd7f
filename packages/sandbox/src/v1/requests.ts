import * as v from 'valibot'
import { customProxySchema } from '../wire/start-request.ts'

/**
 * The requests of API v1, as the published SDK checks them. Unknown members are refused: it is not known whether
 * Unipile does, so nothing may depend on it.
 */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const provider = v.pipe(v.string(), v.maxLength(64))
const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(320))
const host = v.pipe(v.string(), v.minLength(1), v.maxLength(253))
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))
const address = v.pipe(v.string(), v.url(), v.regex(/^https?:/), v.maxLength(2000))

const amount = v.union([v.pipe(v.number(), v.minValue(0)), v.pipe(v.string(), v.isoTimestamp())])
const messagingLimit = v.strictObject({ chats: v.exactOptional(amount), messages: v.exactOptional(amount) })
const mailLimit = v.literal('NO_HISTORY_SYNC')
const features = v.picklist([
  'linkedin_recruiter',
  'linkedin_sales_navigator',
  'linkedin_organizations_mailboxes',
])

/** What every start takes. */
const start = {
  provider,
  /** The published SDK repeats the account of a reconnect, which the path names. */
  account_id: v.exactOptional(id),
  proxy: v.exactOptional(
    v.pipe(
      customProxySchema,
      // API v1 has no SOCKS 4.
      v.check(({ protocol }) => protocol !== 'socks4', 'https, http or socks5'),
    ),
  ),
  country: v.exactOptional(v.string()),
  ip: v.exactOptional(v.string()),
  disabled_features: v.exactOptional(v.array(features)),
  sync_limit: v.exactOptional(messagingLimit),
}
const userAgent = v.exactOptional(v.pipe(v.string(), v.maxLength(1024)))
const contract = { recruiter_contract_id: v.exactOptional(id) }

/** What is the same of every provider; each reads its own members. */
export const providerSchema = v.looseObject({
  ...start,
  sync_limit: v.exactOptional(v.union([messagingLimit, mailLimit])),
})

export const scanSchema = v.strictObject(start)
/** WhatsApp: with a number in E.164 without its plus, a code to enter on the phone instead of a QR code. */
export const whatsappSchema = v.strictObject({
  ...start,
  pairing_phone_number: v.exactOptional(v.pipe(v.string(), v.regex(/^[1-9]\d{6,14}$/))),
})
export const cookieSchema = v.strictObject({
  ...start,
  ...contract,
  access_token: secret,
  premium_token: v.exactOptional(secret),
  user_agent: userAgent,
})
export const passwordSchema = v.strictObject({
  ...start,
  ...contract,
  username: name,
  password: secret,
  user_agent: userAgent,
})
export const twitterSchema = v.strictObject({
  ...start,
  username: name,
  email: v.pipe(name, v.email()),
  password: secret,
})
export const mailSchema = v.strictObject({
  ...start,
  sync_limit: v.exactOptional(mailLimit),
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
export const mailPasswordSchema = v.strictObject({ ...start, imap_password: secret, smtp_password: secret })

/** Tokens of the caller's own OAuth client. */
const tokens = {
  provider,
  account_id: v.exactOptional(id),
  disabled_features: v.exactOptional(v.array(features)),
  sync_limit: v.exactOptional(mailLimit),
  access_token: secret,
  refresh_token: secret,
}
export const googleSchema = v.strictObject(tokens)
export const outlookSchema = v.strictObject({ ...tokens, id, username: name })

export const answerSchema = v.strictObject({
  provider,
  account_id: id,
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(16_384)),
})
export const resendSchema = v.strictObject({ provider, account_id: id })

export const listSchema = v.strictObject({
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
  disabled_features: v.exactOptional(v.array(features)),
  sync_limit: v.exactOptional(
    v.strictObject({ MAILING: v.exactOptional(mailLimit), MESSAGING: v.exactOptional(messagingLimit) }),
  ),
}
export const hostedSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('create'),
    providers: v.union([v.picklist(['*', '*:MAILING', '*:MESSAGING']), v.array(provider)]),
    ...hosted,
  }),
  v.strictObject({ type: v.literal('reconnect'), reconnect_account: id, ...hosted }),
])

export const webhookSchema = v.strictObject({
  source: v.literal('account_status'),
  request_url: address,
  name: v.exactOptional(v.string()),
  format: v.optional(v.literal('json'), 'json'),
  enabled: v.optional(v.boolean(), true),
  account_ids: v.optional(v.array(v.string()), []),
  headers: v.optional(
    v.array(v.strictObject({ key: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)), value: v.string() })),
    [],
  ),
})
