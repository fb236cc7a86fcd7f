import {
  anything,
  listOf,
  number,
  object,
  oneOf,
  optional,
  orNull,
  type Read,
  type Reader,
  reader,
  text,
  time,
} from './reader.ts'
import { union } from './union.ts'

/** How a code travels to the user. */
const channel = oneOf('email', 'sms', 'whatsapp')

const formats = ['digits', 'alphanumeric', 'password', 'unknown'] as const

/** What a code looks like. One that only a newer server knows is read as `unknown`. */
const format = reader({ enum: formats }, (value) => formats.find((known) => known === value) ?? 'unknown')

const displayKinds = ['code', 'emoji', 'number', 'unknown'] as const

/** What is shown. One that only a newer server knows is read as `unknown`: its value is still shown. */
const displayKind = reader(
  { enum: displayKinds },
  (value) => displayKinds.find((known) => known === value) ?? 'unknown',
)

/** Something to enter on the phone (`code`), or to find there and tap. */
const readDisplay = object({
  kind: displayKind,
  /** The code, the emoji or the number, as the provider writes it. */
  value: text,
  /** What a screen reader says: the name of an emoji, or else the value. */
  label: text,
  /** The provider's picture of it (https). */
  imageUrl: optional(text),
  /** From then on the phone no longer takes it; absent if that is not known. */
  expiresAt: optional(time),
})

/** Why the last answer was refused; the checkpoint stays open for another answer. */
const readError = object({
  code: text,
  /** Seconds to wait before the next answer. */
  retryAfter: optional(number),
})

/** Every checkpoint has its own id, so that a late answer cannot reach the next one. */
const common = {
  id: text,
  error: optional(readError),
}

/** When the code or notification may be sent again (server time); absent if it cannot be. */
const resendable = { resendAt: optional(time) }

/** A code to type in. A form submits it by itself only at a known `length`. */
const typed = { ...resendable, format, length: optional(number) }

const readKnown = union('type', common, {
  /** A one-time password sent to the user. */
  otp: { ...typed, channel: optional(channel) },
  /**
   * The second factor: a code from a message or an authenticator app, or a password that the user has chosen.
   */
  two_factor: { ...typed, platform: oneOf('sms', 'app', 'whatsapp') },
  /** A notification to approve on the user's phone. With `show`, the phone asks which one is shown here. */
  in_app: { ...resendable, show: optional(readDisplay) },
  /** Either a code or an approval. `show` as in `in_app`. */
  otp_or_in_app: { ...typed, channel: optional(channel), show: optional(readDisplay) },
  /** Something that the user enters or taps on the phone; nothing to do here. */
  show: { show: readDisplay },
  /** A phone number, so that a code can be sent. */
  phone: {},
  /**
   * The provider's captcha; both values come from the vendor and are passed to the captcha adapter unchanged.
   */
  captcha: { publicKey: orNull(text), data: orNull(text) },
  /** A QR code to scan. `qrcode` is the text to draw; `round` counts the codes shown so far, from 1. */
  qr: {
    qrcode: text,
    /** When this code was shown and when the next one is due. */
    shownAt: time,
    expiresAt: time,
    round: number,
  },
  /** Which of the provider's contracts to link. */
  contract: { options: listOf(object({ id: text, label: text })) },
  /** Which way to prove the user's identity. */
  challenge: { options: listOf(object({ id: text, label: text, description: optional(text) })) },
  /** The provider is still working; nothing to do. */
  loading: {},
  /** The provider's consent page. */
  consent: { url: text },
  /** A checkpoint that this version cannot show; `name` is what the provider calls it. */
  unsupported: { name: text },
})

const readTyped = object({ type: text, id: optional(anything) })

/**
 * Reads a checkpoint. One of a type that this version does not know becomes `unsupported`, which the user can
 * leave.
 */
export const readCheckpoint: Reader<Checkpoint> = reader(readKnown.reads, (value, at) => {
  const known = readKnown(value, at)
  if (known) return known
  const { type: name, id } = readTyped(value, at)
  return { type: 'unsupported', id: typeof id === 'string' ? id : name, name }
})

export type CheckpointError = Read<typeof readError>
export type Channel = Read<typeof channel>
/** What the code of a checkpoint looks like, as far as the provider's codes are known. */
export interface CodeShape {
  readonly format: Read<typeof format>
  readonly length?: number
}
/** What a checkpoint shows to be entered or compared on the phone. */
export type Display = Read<typeof readDisplay>
export type Checkpoint = Exclude<Read<typeof readKnown>, undefined>
export type CheckpointType = Checkpoint['type']
/** The checkpoint of one type: `CheckpointOf<'otp'>`. */
export type CheckpointOf<T extends CheckpointType> = Extract<Checkpoint, { type: T }>

/** The checkpoints that are passed elsewhere: on the phone or at the provider. The server waits for them. */
export const awaitedCheckpoints = [
  'qr',
  'in_app',
  'otp_or_in_app',
  'show',
  'loading',
] as const satisfies CheckpointType[]

/** Whether the server has to keep asking the provider while this checkpoint is shown. */
export function isAwaited(type: string): boolean {
  return (awaitedCheckpoints as readonly string[]).includes(type)
}
