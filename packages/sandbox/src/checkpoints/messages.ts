import { providerById } from '../providers/index.ts'
import type { Runtime } from '../state/runtime.ts'
import type { PositionAt, StoredIntent } from '../state/state.ts'
import type { CodeChannel } from '../wire/enums.ts'
import { type CodeKind, newCode, newId } from '../wire/identifiers.ts'
import { refusals, WireError } from '../wire/wire-error.ts'
import { type DisplayKind, newDisplay } from './display.ts'

/** What the provider sends to a person's phone: codes and notifications. */

/** Sends a new code, which replaces earlier ones. */
export function sendCode(
  runtime: Runtime,
  intent: StoredIntent,
  wire: PositionAt<'code'>['wire'],
  channel: CodeChannel,
  kind: CodeKind = 'six-digits',
): PositionAt<'code'> {
  const code = newCode(kind)
  const sentAt = runtime.now()
  const label = providerById(intent.provider)?.label ?? intent.provider
  const minutes = Math.max(1, Math.round(runtime.timings.otpSeconds / 60))
  runtime.store.state.messages.push({
    id: newId('msg'),
    to: recipient(intent),
    provider: intent.provider,
    channel,
    text: `${code} is your ${label} verification code. It works for ${minutes} minutes. Never share it.`,
    code,
    sentAt,
  })
  return { at: 'code', wire, channel, code, sentAt, expiresAt: sentAt + runtime.timings.otpSeconds * 1000 }
}

/**
 * Sends a notification, which can be approved while the intent stays at this position: with `kind` by tapping or
 * entering what is shown.
 */
export function requestApproval(runtime: Runtime, kind?: DisplayKind): PositionAt<'approval'> {
  const sentAt = runtime.now()
  return {
    at: 'approval',
    approvalId: newId('apr'),
    sentAt,
    expiresAt: sentAt + runtime.timings.approvalSeconds * 1000,
    ...(kind !== undefined && { display: newDisplay(kind) }),
    ...(kind === 'code' && { isOnlyShown: true }),
  }
}

/** Sends a new code and a notification. */
export function sendCodeAndRequestApproval(
  runtime: Runtime,
  intent: StoredIntent,
  channel: CodeChannel,
  kind?: DisplayKind,
): PositionAt<'code'> {
  return {
    ...sendCode(runtime, intent, 'OTP_OR_IN_APP_VALIDATION', channel),
    approvalId: newId('apr'),
    ...(kind !== undefined && { display: newDisplay(kind) }),
  }
}

/** @throws WireError if it is too soon to resend what was sent at `sentAt`. */
export function assertResendable(runtime: Runtime, sentAt: number): void {
  const seconds = Math.ceil((sentAt + runtime.timings.resendSeconds * 1000 - runtime.now()) / 1000)
  if (seconds > 0) throw refusals.tooSoon(seconds)
}

function recipient(intent: StoredIntent): string {
  if (intent.persona) return intent.persona.signInName
  throw new WireError({ status: 500, type: 'api/internal_error', title: 'The intent has no persona yet' })
}
