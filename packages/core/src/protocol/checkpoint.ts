import { byType, listOf, number, object, oneOf, optional, orNull, type Read, text } from './reader.ts'

/** How a code travels to the user. */
const channel = oneOf('email', 'sms', 'whatsapp')

/** What went wrong with the last answer; the checkpoint stays open for another one. */
const readError = object({
  code: text,
  /** Seconds to wait before the next answer. */
  retryAfter: optional(number),
})

/** Every checkpoint has an id of its own, so that a late answer cannot hit the next one. */
const common = {
  id: text,
  error: optional(readError),
}

/** When the code or notification may be sent again (ISO 8601, server time); absent where it cannot be. */
const resendable = { resendAt: optional(text) }

export const checkpointReaders = byType(common, {
  /** A one-time password sent to the user. */
  otp: { ...resendable, channel: optional(channel) },
  /** The second factor's code, from a message or an authenticator app. */
  two_factor: { ...resendable, platform: oneOf('sms', 'app', 'whatsapp') },
  /** A notification to approve on the user's phone. */
  in_app: resendable,
  /** Either a code or an approval. */
  otp_or_in_app: { ...resendable, channel: optional(channel) },
  /** A phone number, so that a code can be sent. */
  phone: {},
  /** The provider's captcha; both values are the vendor's own and go to the captcha adapter as they are. */
  captcha: { publicKey: orNull(text), data: orNull(text) },
  /** A QR code to scan. `qrcode` is the text to draw; `round` counts the codes shown so far, from 1. */
  qr: {
    qrcode: text,
    /** When this code went on show and when the next one is due (ISO 8601, server time). */
    shownAt: text,
    expiresAt: text,
    round: number,
  },
  /** Which of the provider's contracts to link. */
  contract: { options: listOf(object({ id: text, label: text })) },
  /** Which way to prove the user's identity. */
  challenge: { options: listOf(object({ id: text, label: text, description: optional(text) })) },
  /** The provider is still working; nothing to do. */
  loading: {},
  /** The provider's consent page. */
  oauth: { url: text },
  /** A checkpoint that this version cannot show; `name` is what the provider calls it. */
  unsupported: { name: text },
})

export type CheckpointError = Read<typeof readError>
export type Channel = Read<typeof channel>
export type Checkpoint = Read<(typeof checkpointReaders)[keyof typeof checkpointReaders]>
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
