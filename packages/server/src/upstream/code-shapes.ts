import type { CodeShape } from '@connect-account/core/protocol'
import type { UpstreamCheckpoint } from './upstream.ts'

type CodeCheckpoint = Extract<UpstreamCheckpoint, { type: 'otp' | 'two_factor' | 'otp_or_in_app' }>

const sixDigits: CodeShape = { format: 'digits', length: 6 }

/**
 * The codes that providers send, as their users report them. A provider that is missing may send anything.
 */
const sentCodes = new Map<string, CodeShape>([
  ['linkedin', sixDigits],
  ['instagram', sixDigits],
  // Six digits by text message, eight by email.
  ['facebook', { format: 'digits' }],
  // Six digits by text message, eight letters and digits by email.
  ['twitter', { format: 'alphanumeric' }],
])

/**
 * What is typed instead of an authenticator app's code, which has six digits (RFC 6238 and all known apps).
 */
const appCodes = new Map<string, CodeShape>([
  // The second factor is a password of the user's own choice, which Unipile poses as the code of an app.
  ['telegram', { format: 'password' }],
])

/** What the code of this checkpoint looks like. Neither API of Unipile says it. */
export function codeShape(provider: string, checkpoint: CodeCheckpoint): CodeShape {
  const isFromApp = checkpoint.type === 'two_factor' && checkpoint.platform === 'app'
  if (isFromApp) return appCodes.get(provider) ?? sixDigits
  return sentCodes.get(provider) ?? { format: 'unknown' }
}
