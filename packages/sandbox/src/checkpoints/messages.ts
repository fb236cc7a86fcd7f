import { providerById } from '../providers/index.ts'
import type { CodeChannel, PositionAt, StoredIntent } from '../state/state.ts'
import type { World } from '../state/world.ts'
import { newCode, newId } from '../wire/identifiers.ts'
import { refusals, WireError } from '../wire/wire-error.ts'

/** What the provider sends to a person's phone: codes and notifications. */

/** Sends a fresh code; codes sent before are no longer right. */
export function sendCode(
  world: World,
  intent: StoredIntent,
  wire: PositionAt<'code'>['wire'],
  channel: CodeChannel,
): PositionAt<'code'> {
  const code = newCode()
  const sentAt = world.now()
  const label = providerById(intent.provider)?.label ?? intent.provider
  const minutes = Math.max(1, Math.round(world.timings.otpSeconds / 60))
  world.store.state.messages.push({
    id: newId('msg'),
    to: recipient(intent),
    provider: intent.provider,
    channel,
    text: `${code} is your ${label} verification code. It works for ${minutes} minutes. Never share it.`,
    code,
    sentAt,
  })
  return { at: 'code', wire, channel, code, sentAt, expiresAt: sentAt + world.timings.otpSeconds * 1000 }
}

/** Notifies the phone: an approval can be given for as long as the intent stands at this position. */
export function askApproval(world: World): PositionAt<'approval'> {
  const sentAt = world.now()
  return {
    at: 'approval',
    approvalId: newId('apr'),
    sentAt,
    expiresAt: sentAt + world.timings.approvalSeconds * 1000,
  }
}

/** Sends a fresh code and notifies the phone. */
export function sendCodeAndAsk(world: World, intent: StoredIntent, channel: CodeChannel): PositionAt<'code'> {
  return { ...sendCode(world, intent, 'OTP_OR_IN_APP_VALIDATION', channel), approvalId: newId('apr') }
}

/** Refuses a repetition that comes too soon after `sentAt`. */
export function assertResendable(world: World, sentAt: number): void {
  const seconds = Math.ceil((sentAt + world.timings.resendSeconds * 1000 - world.now()) / 1000)
  if (seconds > 0) throw refusals.tooSoon(seconds)
}

function recipient(intent: StoredIntent): string {
  if (intent.persona) return intent.persona.signInName
  throw new WireError({ status: 500, type: 'api/internal_error', title: 'Nobody has signed in yet' })
}
