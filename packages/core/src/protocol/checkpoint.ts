import * as v from 'valibot'

/** How a code travels to the user. */
export const channels = ['email', 'sms', 'whatsapp'] as const

/** What went wrong with the last answer; the checkpoint stays open for another one. */
export const checkpointErrorSchema = v.object({
  code: v.string(),
  /** Seconds to wait before the next answer. */
  retryAfter: v.exactOptional(v.number()),
})

/** Every checkpoint has an id of its own, so that a late answer cannot hit the next one. */
const common = {
  id: v.string(),
  error: v.exactOptional(checkpointErrorSchema),
}

/** When the code or notification may be sent again (ISO 8601, server time); absent where it cannot be. */
const resendable = { resendAt: v.exactOptional(v.string()) }

export const checkpointSchemas = {
  /** A one-time password sent to the user. */
  otp: v.object({
    ...common,
    ...resendable,
    type: v.literal('otp'),
    channel: v.exactOptional(v.picklist(channels)),
  }),
  /** The second factor's code, from a message or an authenticator app. */
  two_factor: v.object({
    ...common,
    ...resendable,
    type: v.literal('two_factor'),
    platform: v.picklist(['sms', 'app', 'whatsapp']),
  }),
  /** A notification to approve on the user's phone. */
  in_app: v.object({ ...common, ...resendable, type: v.literal('in_app') }),
  /** Either a code or an approval. */
  otp_or_in_app: v.object({
    ...common,
    ...resendable,
    type: v.literal('otp_or_in_app'),
    channel: v.exactOptional(v.picklist(channels)),
  }),
  /** A phone number, so that a code can be sent. */
  phone: v.object({ ...common, type: v.literal('phone') }),
  /** The provider's captcha; both values are the vendor's own and go to the captcha adapter as they are. */
  captcha: v.object({
    ...common,
    type: v.literal('captcha'),
    publicKey: v.nullable(v.string()),
    data: v.nullable(v.string()),
  }),
  /** A QR code to scan. `qrcode` is the text to draw; `round` counts the codes shown so far, from 1. */
  qr: v.object({
    ...common,
    type: v.literal('qr'),
    qrcode: v.string(),
    /** When this code went on show and when the next one is due (ISO 8601, server time). */
    shownAt: v.string(),
    expiresAt: v.string(),
    round: v.number(),
  }),
  /** Which of the provider's contracts to link. */
  contract: v.object({
    ...common,
    type: v.literal('contract'),
    options: v.array(v.object({ id: v.string(), label: v.string() })),
  }),
  /** Which way to prove the user's identity. */
  challenge: v.object({
    ...common,
    type: v.literal('challenge'),
    options: v.array(
      v.object({ id: v.string(), label: v.string(), description: v.exactOptional(v.string()) }),
    ),
  }),
  /** The provider is still working; nothing to do. */
  loading: v.object({ ...common, type: v.literal('loading') }),
  /** The provider's consent page. */
  oauth: v.object({ ...common, type: v.literal('oauth'), url: v.string() }),
  /** A checkpoint that this version cannot show; `name` is what the provider calls it. */
  unsupported: v.object({ ...common, type: v.literal('unsupported'), name: v.string() }),
} as const

export const checkpointSchema = v.variant(
  'type',
  Object.values(checkpointSchemas) as unknown as CheckpointOptions,
)

type CheckpointSchema = (typeof checkpointSchemas)[keyof typeof checkpointSchemas]
type CheckpointOptions = [CheckpointSchema, ...CheckpointSchema[]]

export type CheckpointError = v.InferOutput<typeof checkpointErrorSchema>
export type Channel = (typeof channels)[number]
export type Checkpoint = v.InferOutput<CheckpointSchema>
export type CheckpointType = Checkpoint['type']
/** The checkpoint of one type: `CheckpointOf<'otp'>`. */
export type CheckpointOf<T extends CheckpointType> = Extract<Checkpoint, { type: T }>

/** The checkpoints that are passed elsewhere: on the phone or at the provider. The server waits for them. */
export const awaitedCheckpoints = [
  'qr',
  'in_app',
  'otp_or_in_app',
  'loading',
] as const satisfies CheckpointType[]

/** Whether the server has to keep asking the provider while this checkpoint is shown. */
export function isAwaited(type: string): boolean {
  return (awaitedCheckpoints as readonly string[]).includes(type)
}
