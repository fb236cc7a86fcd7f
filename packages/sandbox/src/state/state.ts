import * as v from 'valibot'
import { checkpointSteps, endSteps, faultSteps } from '../persona/persona.ts'
import { accountStatuses, apis, codeChannels, deliveryModes, syncStatuses } from '../wire/enums.ts'
import { refusalSchema } from '../wire/refusal.ts'
import { accountConfigSchema } from '../wire/start-request.ts'

/** Everything that the sandbox stores, in the format of the state file. Times are epoch milliseconds. */

/** What a checkpoint shows to be entered or found on the phone. */
const displaySchema = v.object({
  type: v.picklist(['CODE', 'EMOJI', 'NUMBER']),
  value: v.string(),
  label: v.exactOptional(v.string()),
  /** What the phone offers to tap; empty for a code, which is typed. */
  choices: v.array(v.string()),
})

/**
 * The checkpoint that an intent is at. `passed`, `linked` and `refused` wait for the next call to return
 * them.
 */
const positionSchema = v.variant('at', [
  /** A code was sent; with an `approvalId` a notification too, and either passes. */
  v.object({
    at: v.literal('code'),
    wire: v.picklist(['OTP', '2FA', 'OTP_OR_IN_APP_VALIDATION']),
    channel: v.picklist(codeChannels),
    code: v.string(),
    sentAt: v.number(),
    expiresAt: v.number(),
    approvalId: v.exactOptional(v.string()),
    display: v.exactOptional(displaySchema),
  }),
  v.object({ at: v.literal('authenticator') }),
  v.object({ at: v.literal('twoStepPassword') }),
  /** A notification was sent. */
  v.object({
    at: v.literal('approval'),
    approvalId: v.string(),
    sentAt: v.number(),
    expiresAt: v.number(),
    display: v.exactOptional(displaySchema),
    /** A checkpoint of its own that only shows something. */
    isOnlyShown: v.exactOptional(v.boolean()),
  }),
  v.object({ at: v.literal('phoneNumber') }),
  /** The challenge is created when it is first shown. */
  v.object({ at: v.literal('captcha'), challenge: v.nullable(v.string()), expiresAt: v.number() }),
  v.object({ at: v.literal('contract') }),
  v.object({ at: v.literal('challenge') }),
  v.object({ at: v.literal('loading'), pollsLeft: v.number() }),
  v.object({ at: v.literal('novel') }),
  v.object({
    at: v.literal('scan'),
    token: v.string(),
    /** Codes shown before: scanning one is refused as expired. */
    rotated: v.array(v.string()),
    round: v.number(),
    expiresAt: v.number(),
    /**
     * The code that the caller last received. If another one is shown by then, the next call returns it at
     * once.
     */
    answered: v.nullable(v.string()),
    gaveUp: v.boolean(),
  }),
  /** The user is on the provider's consent pages; `token` is the OAuth `state` of the way back. */
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
  api: v.optional(v.picklist(apis), 'v2'),
  provider: v.string(),
  /** Unknown until the QR code is scanned, and while the user is on the provider's pages. */
  persona: v.nullable(personaSchema),
  /** How many of the persona's steps are done. */
  done: v.number(),
  position: positionSchema,
  /** The number given at a `phone` checkpoint. Later codes are sent there by SMS. */
  phoneNumber: v.exactOptional(v.string()),
  /** The start had the right password for a later `twofa` step, which then passes by itself. */
  twoStepPassed: v.exactOptional(v.boolean()),
  state: v.exactOptional(v.string()),
  accountId: v.exactOptional(v.string()),
  config: v.exactOptional(accountConfigSchema),
  createdAt: v.number(),
})

const accountSchema = v.object({
  id: v.string(),
  /** Where it exists. */
  api: v.optional(v.picklist(apis), 'v2'),
  provider: v.string(),
  signInName: v.string(),
  userId: v.string(),
  name: v.string(),
  status: v.picklist(accountStatuses),
  statusReason: v.exactOptional(v.string()),
  /** The one product that the status is about. */
  product: v.exactOptional(v.string()),
  /** Whether Unipile refuses to act on it. */
  isLocked: v.optional(v.boolean(), false),
  createdAt: v.number(),
  /** `metadata.custom_data` on the wire. */
  customData: v.optional(v.record(v.string(), v.string()), {}),
  proxy: v.exactOptional(
    v.object({
      country: v.nullable(v.string()),
      auto_proxy: v.boolean(),
      host: v.exactOptional(v.string()),
      port: v.exactOptional(v.number()),
      protocol: v.exactOptional(v.string()),
    }),
  ),
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
  /** Set for an endpoint of API v1: the headers of every delivery, which has no signature. */
  v1Headers: v.exactOptional(v.array(v.object({ key: v.string(), value: v.string() }))),
})

/** An event to deliver to one endpoint. */
const deliverySchema = v.object({
  id: v.string(),
  endpointId: v.string(),
  eventId: v.string(),
  eventType: v.string(),
  body: v.string(),
  attempts: v.number(),
  dueAt: v.number(),
})

/** One entry of the delivery log. */
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

/** An unused link to the hosted wizard. */
const wizardLinkSchema = v.object({
  token: v.string(),
  /** The ids of the providers to choose from. */
  providers: v.array(v.string()),
  accountId: v.exactOptional(v.string()),
  expiresAt: v.number(),
  state: v.exactOptional(v.string()),
  loginHint: v.exactOptional(v.string()),
  /** Where to send the user afterward, and which address to notify. */
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
  /** Faults that have happened to a person: each happens once until that person reaches an outcome. */
  faultsApplied: v.array(v.string()),
  wizardLinks: v.optional(v.array(wizardLinkSchema), []),
})

export type StoredDisplay = v.InferOutput<typeof displaySchema>
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
    faultsApplied: [],
    wizardLinks: [],
  }
}
