import { DISPLAY, readDisplay } from '../display.ts'
import type { UpstreamAccount, UpstreamCheckpoint } from '../upstream.ts'
import type { AccountAnswer, CheckpointAnswer } from './v1-answers.ts'
import { catalogueProvider } from './v1-providers.ts'
import { STOPPED, statusOfSources } from './v1-statuses.ts'

export function readAccount({
  id,
  type,
  name,
  created_at,
  connection_params,
  sources,
}: AccountAnswer): UpstreamAccount {
  const statuses = sourceStatuses({ sources })
  const owner = connection_params?.im ?? connection_params?.mail
  const createdAt = created_at ? new Date(created_at) : undefined
  return {
    id,
    provider: catalogueProvider(type),
    providerUserId:
      owner?.id ?? owner?.user_id ?? owner?.phone_number ?? owner?.imap_user ?? owner?.username ?? '',
    status: statusOfSources(statuses),
    ...(statuses.includes(STOPPED) ? { isStopped: true } : {}),
    ...(name ? { name } : {}),
    ...(createdAt && !Number.isNaN(createdAt.getTime()) ? { createdAt } : {}),
  }
}

export function sourceStatuses({ sources = [] }: Pick<AccountAnswer, 'sources'>): string[] {
  return sources.map(({ status }) => status)
}

/** Converts a checkpoint to the protocol's types. One that it does not know becomes `unsupported`. */
export function readCheckpoint({ checkpoint }: CheckpointAnswer): UpstreamCheckpoint {
  const show = checkpoint.display ? readDisplay(checkpoint.display) : undefined
  switch (checkpoint.type) {
    case 'OTP':
      return { type: 'otp' }
    case '2FA':
      return readTwoFactor(checkpoint.source)
    case 'IN_APP_VALIDATION':
      return { type: 'in_app', ...(show && { show }) }
    case DISPLAY:
      return show ? { type: 'show', show } : { type: 'unsupported', name: DISPLAY }
    case 'PHONE_REGISTER':
      return { type: 'phone' }
    case 'CAPTCHA':
      return { type: 'captcha', publicKey: checkpoint.public_key ?? null, data: checkpoint.data ?? null }
    case 'CONTRACT_CHOOSER':
      return {
        type: 'contract',
        options: (checkpoint.contract_options ?? []).map(({ id, name }) => ({ id, label: name ?? id })),
      }
    case 'QRCODE':
      return checkpoint.qrcode
        ? { type: 'qr', qrcode: checkpoint.qrcode }
        : { type: 'unsupported', name: 'QRCODE' }
    default:
      return { type: 'unsupported', name: checkpoint.type }
  }
}

/** If a 2FA does not say how the code comes, it is typed as one that the provider asks for. */
function readTwoFactor(source: string | null | undefined): UpstreamCheckpoint {
  if (!source) return { type: 'otp' }
  const platform = source.toLowerCase()
  return platform === 'sms' || platform === 'app' || platform === 'whatsapp'
    ? { type: 'two_factor', platform }
    : { type: 'unsupported', name: `2FA ${source}` }
}
