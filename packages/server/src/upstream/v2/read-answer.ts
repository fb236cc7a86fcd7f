import type { Channel, Display } from '@connect-account/core/protocol'
import { cut } from '../answer-texts.ts'
import { catalogueProvider } from '../assumptions.ts'
import { DISPLAY, readDisplay } from '../display.ts'
import type { UpstreamAccount, UpstreamCheckpoint, UpstreamResult } from '../upstream.ts'
import type { AccountAnswer, AuthAnswer, CheckpointAnswer } from './unipile-answers.ts'

/**
 * Converts Unipile's response to the protocol's types. A checkpoint that it does not know becomes
 * `unsupported`.
 */
export function readAnswer(answer: AuthAnswer): UpstreamResult {
  switch (answer.object) {
    case 'Account':
      return { type: 'account', account: readAccount(answer) }
    case 'AuthenticationCheckpoint':
      return { type: 'checkpoint', intentId: answer.intent_id, checkpoint: readCheckpoint(answer.checkpoint) }
    case 'AuthenticationQrCode':
      return {
        type: 'checkpoint',
        intentId: answer.intent_id,
        checkpoint: { type: 'qr', qrcode: answer.qrcode },
      }
    case 'OauthUrl':
      return { type: 'checkpoint', checkpoint: { type: 'consent', url: answer.url } }
  }
}

export function readAccount(answer: AccountAnswer): UpstreamAccount {
  const createdAt = answer.created_at ? new Date(answer.created_at) : undefined
  const initialSync = answer.initial_sync?.status
  const product = brokenProduct(answer)
  return {
    id: answer.id,
    provider: catalogueProvider(answer.provider ?? ''),
    providerUserId: answer.user_id ?? '',
    // Only the team can have it unlocked.
    status: answer.is_locked ? 'paused' : answer.status,
    ...(product && !answer.is_locked ? { product } : {}),
    ...(answer.name ? { name: answer.name } : {}),
    ...(createdAt && !Number.isNaN(createdAt.getTime()) ? { createdAt } : {}),
    ...(initialSync ? { initialSync } : {}),
  }
}

/** The product that makes an account `partial` (it needs its owner) or `degraded` (it has trouble). */
function brokenProduct({ status, metadata }: AccountAnswer): string | undefined {
  if (status !== 'partial' && status !== 'degraded') return undefined
  const sought = status === 'partial' ? 'disconnected' : 'errored'
  const products = Object.entries(metadata?.products_connection_status ?? {})
  const name = products.find(([, productStatus]) => productStatus === sought)?.[0]
  return name && cut(name)
}

function readCheckpoint(checkpoint: CheckpointAnswer['checkpoint']): UpstreamCheckpoint {
  const channel = readChannel(checkpoint.channel)
  const shown: { show?: Display } = checkpoint.display ? { show: readDisplay(checkpoint.display) } : {}
  switch (checkpoint.type) {
    case 'OTP':
      return { type: 'otp', ...channel }
    case '2FA': {
      const platform = checkpoint.platform?.toLowerCase()
      if (platform === 'sms' || platform === 'app' || platform === 'whatsapp')
        return { type: 'two_factor', platform }
      return { type: 'unsupported', name: `2FA ${checkpoint.platform ?? ''}`.trim() }
    }
    case 'IN_APP_VALIDATION':
      return { type: 'in_app', ...shown }
    case 'OTP_OR_IN_APP_VALIDATION':
      return { type: 'otp_or_in_app', ...channel, ...shown }
    case DISPLAY:
      return shown.show ? { type: 'show', show: shown.show } : { type: 'unsupported', name: DISPLAY }
    case 'PHONE_REGISTER':
      return { type: 'phone' }
    case 'CAPTCHA':
      return { type: 'captcha', publicKey: checkpoint.public_key ?? null, data: checkpoint.data ?? null }
    case 'CONTRACT_SELECTION':
      return { type: 'contract', options: readOptions(checkpoint.contracts) }
    case 'CHALLENGE_SELECTION':
      return { type: 'challenge', options: readOptions(checkpoint.challenges) }
    case 'LOADING':
      return { type: 'loading' }
    default:
      return { type: 'unsupported', name: checkpoint.type }
  }
}

/** A channel that is newer than this version is left out: the code is typed in the same way. */
function readChannel(value: string | null | undefined): { channel?: Channel } {
  const channel = value?.toLowerCase()
  return channel === 'email' || channel === 'sms' || channel === 'whatsapp' ? { channel } : {}
}

function readOptions(options: CheckpointAnswer['checkpoint']['contracts'] = []) {
  return options.map(({ id, label, name, description }) => ({
    id,
    label: label ?? name ?? id,
    ...(description ? { description } : {}),
  }))
}
