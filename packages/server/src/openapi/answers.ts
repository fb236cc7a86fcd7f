import * as v from 'valibot'
import { linkThemeSchema } from '../store/link-theme.ts'

// What the handler answers, for its description: nothing is parsed with these. A test holds each to the type that is sent.

const time = v.pipe(v.string(), v.isoTimestamp())
const optional = v.exactOptional

const account = v.object({
  id: v.pipe(v.string(), v.description("The host's own id, never Unipile's.")),
  provider: v.string(),
  name: optional(v.string()),
  status: v.picklist(['running', 'disconnected', 'errored', 'paused', 'degraded', 'partial']),
  statusReason: optional(v.string()),
  initialSync: optional(v.picklist(['pending', 'running', 'failed', 'completed'])),
  createdAt: time,
  updatedAt: time,
})

const field = v.object({
  name: v.string(),
  label: v.string(),
  type: v.picklist(['text', 'email', 'password', 'tel', 'url', 'number', 'select', 'cookies']),
  autocomplete: v.string(),
  required: v.boolean(),
  help: optional(v.string()),
  placeholder: optional(v.string()),
  options: optional(v.array(v.object({ value: v.string(), label: v.string() }))),
  cookies: optional(v.array(v.object({ cookie: v.string(), credential: v.string(), required: v.boolean() }))),
  domain: optional(v.string()),
  group: optional(v.string()),
})

const provider = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(['messaging', 'social', 'email', 'calendar']),
  icon: v.object({ path: v.string(), color: v.string() }),
  methods: v.array(
    v.object({
      id: v.string(),
      label: v.string(),
      fields: v.array(field),
      steps: optional(v.array(v.string())),
      userProxy: optional(v.boolean()),
    }),
  ),
})

const common = {
  id: v.pipe(
    v.string(),
    v.description('An answer names it, so that a late one cannot hit the next checkpoint.'),
  ),
  error: optional(v.object({ code: v.string(), retryAfter: optional(v.number()) })),
}
const resendable = { resendAt: optional(time) }
const channel = v.picklist(['email', 'sms', 'whatsapp'])
const option = { id: v.string(), label: v.string() }

const step = v.variant('type', [
  v.object({ type: v.literal('otp'), ...common, ...resendable, channel: optional(channel) }),
  v.object({
    type: v.literal('two_factor'),
    ...common,
    ...resendable,
    platform: v.picklist(['sms', 'app', 'whatsapp']),
  }),
  v.object({ type: v.literal('in_app'), ...common, ...resendable }),
  v.object({ type: v.literal('otp_or_in_app'), ...common, ...resendable, channel: optional(channel) }),
  v.object({ type: v.literal('phone'), ...common }),
  v.object({
    type: v.literal('captcha'),
    ...common,
    publicKey: v.nullable(v.string()),
    data: v.nullable(v.string()),
  }),
  v.object({
    type: v.literal('qr'),
    ...common,
    qrcode: v.string(),
    shownAt: time,
    expiresAt: time,
    round: v.number(),
  }),
  v.object({ type: v.literal('contract'), ...common, options: v.array(v.object(option)) }),
  v.object({
    type: v.literal('challenge'),
    ...common,
    options: v.array(v.object({ ...option, description: optional(v.string()) })),
  }),
  v.object({ type: v.literal('loading'), ...common }),
  v.object({ type: v.literal('oauth'), ...common, url: v.string() }),
  v.object({ type: v.literal('unsupported'), ...common, name: v.string() }),
  v.object({ type: v.literal('linked'), account }),
  v.object({ type: v.literal('relinked'), account }),
  v.object({ type: v.literal('duplicate'), account: optional(account) }),
  v.object({
    type: v.literal('restricted'),
    reason: optional(v.string()),
    providerUserId: optional(v.string()),
  }),
  v.object({ type: v.literal('mismatch') }),
  v.object({ type: v.literal('cancelled') }),
  v.object({ type: v.literal('expired') }),
  v.object({
    type: v.literal('failed'),
    error: v.object({ code: v.string(), detail: optional(v.string()) }),
    retryable: v.boolean(),
  }),
])

const intent = v.object({
  id: v.string(),
  revision: v.pipe(v.number(), v.description('Grows with each change; a lower one is old news.')),
  provider: v.string(),
  method: v.string(),
  mode: v.picklist(['link', 'relink']),
  step,
  createdAt: time,
  expiresAt: time,
  serverTime: time,
})

const problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.pipe(
    v.string(),
    v.description('Stable: decide on it. One that you do not know is an internal_error.'),
  ),
  detail: optional(v.string()),
  retryAfter: optional(v.pipe(v.number(), v.description('Seconds.'))),
  fields: optional(v.array(v.object({ name: v.string(), message: v.string() }))),
  prefill: optional(v.record(v.string(), v.string())),
  helpUrl: optional(v.string()),
})

const link = v.object({ url: v.string(), expiresAt: time })

const openedLink = v.object({
  session: v.string(),
  theme: linkThemeSchema,
  captcha: v.picklist(['arkose', 'altcha']),
  providers: optional(v.array(v.string())),
  accountId: optional(v.string()),
  locale: optional(v.string()),
})

const leftLink = v.object({
  outcome: v.string(),
  provider: optional(v.string()),
  returnTo: optional(v.string()),
})

const readiness = v.object({
  status: v.picklist(['ready', 'not_ready']),
  checks: v.object({ database: v.boolean(), listener: v.boolean(), open: v.boolean() }),
})

/** By the names that they have in the document. */
export const answerSchemas = {
  Account: account,
  AccountList: v.object({ accounts: v.array(account) }),
  Health: v.object({ status: v.literal('alive') }),
  Intent: intent,
  LeftLink: leftLink,
  Link: link,
  OpenedLink: openedLink,
  Problem: problem,
  ProviderList: v.object({ providers: v.array(provider) }),
  Readiness: readiness,
}

export type AnswerName = keyof typeof answerSchemas
