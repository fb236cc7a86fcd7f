import * as v from 'valibot'
import { checkpointSteps, endSteps, faultSteps } from '../persona/persona.ts'
import { accountStatuses, codeChannels, deliveryModes, syncStatuses } from '../wire/enums.ts'
import { refusalSchema } from '../wire/refusal.ts'
import { accountConfigSchema } from '../wire/start-request.ts'

/** Everything the sandbox remembers, as it stands in the state file. Times are epoch milliseconds. */

/** The checkpoint that an intent stands at; `passed` and `ended` wait only for the next call to say so. */
const positionSchema = v.variant('at', [
  /** A code was sent; with an `approvalId` a notification too, and either will do. */
  v.object({
    at: v.literal('code'),
    wire: v.picklist(['OTP', '2FA', 'OTP_OR_IN_APP_VALIDATION']),
    channel: v.picklist(codeChannels),
    code: v.string(),
    sentAt: v.number(),
    expiresAt: v.number(),
    approvalId: v.exactOptional(v.string()),
  }),
  v.object({ at: v.literal('authenticator') }),
  v.object({ at: v.literal('twoStepPassword') }),
  /** A notification was sent. */
  v.object({
    at: v.literal('approval'),
    approvalId: v.string(),
    sentAt: v.number(),
    expiresAt: v.number(),
  }),
  v.object({ at: v.literal('phoneNumber') }),
  /** The challenge is made when it is first shown. */
  v.object({ at: v.literal('captcha'), challenge: v.nullable(v.string()), expiresAt: v.number() }),
  v.object({ at: v.literal('contract') }),
  v.object({ at: v.literal('challenge') }),
  v.object({ at: v.literal('loading'), pollsLeft: v.number() }),
  v.object({ at: v.literal('novel') }),
  v.object({
    at: v.literal('scan'),
    token: v.string(),
    /** Codes shown before: what a stale scan is told. */
    rotated: v.array(v.string()),
    round: v.number(),
    expiresAt: v.number(),
    /** The code that the caller was last given: when another one is on show, the next call says so at once. */
    answered: v.nullable(v.string()),
    gaveUp: v.boolean(),
  }),
  /** The user is away at the provider's sign-in and consent pages; `token` is the `state` that they come back with. */
  v.object({
    at: v.literal('consent'),
    token: v.string(),
    redirectUri: v.string(),
    loginHint: v.exactOptional(v.string()),
  }),
  v.object({ at: v.literal('passed') }),
  v.object({ at: v.literal('linked'), accountId: v.string() }),
  v.object({ at: v.literal('refused'), refusal: refusalSchema }),
])

const personaSchema = v.object({
  signInName: v.string(),
  name: v.string(),
  steps: v.array(v.picklist([...checkpointSteps, ...faultSteps])),
  end: v.picklist(endSteps),
})

const intentSchema = v.object({
  id: v.string(),
  provider: v.string(),
  /** Unknown until the QR code is scanned, and while the user is at the provider's pages. */
  persona: v.nullable(personaSchema),
  /** How many of the persona's steps lie behind. */
  done: v.number(),
  position: positionSchema,
  /** The number given at a `phone` checkpoint: later codes come by SMS. */
  phoneNumber: v.exactOptional(v.string()),
  /** The password of a `twofa` step came with the start and was right: it is not asked again, and not kept. */
  twoStepPassed: v.exactOptional(v.boolean()),
  state: v.exactOptional(v.string()),
  accountId: v.exactOptional(v.string()),
  config: v.exactOptional(accountConfigSchema),
  createdAt: v.number(),
})

const accountSchema = v.object({
  id: v.string(),
  provider: v.string(),
  signInName: v.string(),
  userId: v.string(),
  name: v.string(),
  status: v.picklist(accountStatuses),
  statusReason: v.exactOptional(v.string()),
  createdAt: v.number(),
  metadata: v.record(v.string(), v.string()),
  proxy: v.exactOptional(v.object({ country: v.nullable(v.string()), auto_proxy: v.boolean() })),
  config: v.exactOptional(accountConfigSchema),
  sync: v.object({
    status: v.picklist(['pending', ...syncStatuses]),
    startedAt: v.exactOptional(v.number()),
  }),
})

const messageSchema = v.object({
  id: v.string(),
  to: v.string(),
  provider: v.string(),
  channel: v.picklist(codeChannels),
  text: v.string(),
  code: v.string(),
  sentAt: v.number(),
})

const endpointSchema = v.object({
  id: v.string(),
  url: v.string(),
  secret: v.string(),
  enabled: v.boolean(),
  /** Empty: every event. */
  triggerEvents: v.array(v.string()),
  /** Empty: every account. */
  accountIds: v.array(v.string()),
  description: v.nullable(v.string()),
  /** Of an endpoint of API v1, which is sent these with every delivery, and no signature. */
  v1Headers: v.exactOptional(v.array(v.object({ key: v.string(), value: v.string() }))),
})

/** An event on its way to one endpoint. */
const deliverySchema = v.object({
  id: v.string(),
  endpointId: v.string(),
  eventId: v.string(),
  eventType: v.string(),
  body: v.string(),
  attempts: v.number(),
  dueAt: v.number(),
})

/** One attempt to deliver, as the delivery log tells it. */
const attemptSchema = v.object({
  id: v.string(),
  endpointId: v.string(),
  endpointUrl: v.string(),
  eventId: v.string(),
  eventType: v.string(),
  firstAttempt: v.boolean(),
  httpStatus: v.nullable(v.number()),
  responseBody: v.nullable(v.string()),
  createdAt: v.number(),
})

/** A link to the hosted wizard that was not used yet. */
const wizardLinkSchema = v.object({
  token: v.string(),
  /** Ids on offer. */
  providers: v.array(v.string()),
  accountId: v.exactOptional(v.string()),
  expiresAt: v.number(),
  state: v.exactOptional(v.string()),
  loginHint: v.exactOptional(v.string()),
  /** Where the user goes afterwards, and who is told. */
  back: v.variant('api', [
    v.object({ api: v.literal('v2'), url: v.string() }),
    v.object({
      api: v.literal('v1'),
      successUrl: v.exactOptional(v.string()),
      failureUrl: v.exactOptional(v.string()),
      notifyUrl: v.exactOptional(v.string()),
    }),
  ]),
})

export const stateSchema = v.object({
  version: v.literal(1),
  applicationId: v.string(),
  intents: v.array(intentSchema),
  accounts: v.array(accountSchema),
  messages: v.array(messageSchema),
  endpoints: v.array(endpointSchema),
  deliveries: v.array(deliverySchema),
  attempts: v.array(attemptSchema),
  deliveryMode: v.picklist(deliveryModes),
  /** Faults that a person has met already: each comes once, until that person reaches an end. */
  faultsMet: v.array(v.string()),
  wizardLinks: v.optional(v.array(wizardLinkSchema), []),
})

export type Position = v.InferOutput<typeof positionSchema>
export type PositionAt<A extends Position['at']> = Extract<Position, { at: A }>
export type StoredIntent = v.InferOutput<typeof intentSchema>
export type StoredAccount = v.InferOutput<typeof accountSchema>
export type StoredEndpoint = v.InferOutput<typeof endpointSchema>
export type StoredWizardLink = v.InferOutput<typeof wizardLinkSchema>
export type StoredDelivery = v.InferOutput<typeof deliverySchema>
export type StoredAttempt = v.InferOutput<typeof attemptSchema>
export type Message = v.InferOutput<typeof messageSchema>
export type State = v.InferOutput<typeof stateSchema>

export function emptyState(applicationId: string): State {
  return {
    version: 1,
    applicationId,
    intents: [],
    accounts: [],
    messages: [],
    endpoints: [],
    deliveries: [],
    attempts: [],
    deliveryMode: 'normal',
    faultsMet: [],
    wizardLinks: [],
  }
}
