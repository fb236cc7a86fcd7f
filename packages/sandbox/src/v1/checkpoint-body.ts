import * as v from 'valibot'
import type { WireCheckpoint } from '../checkpoints/checkpoint.ts'

const checkpointSchema = v.looseObject({
  type: v.string(),
  platform: v.optional(v.string()),
  public_key: v.optional(v.nullable(v.string())),
  data: v.optional(v.nullable(v.string())),
  display: v.optional(v.looseObject({})),
  contracts: v.optional(v.array(v.object({ id: v.string(), name: v.string() })), []),
})

/**
 * Returns a checkpoint in API v1's format. A type that API v1 lacks keeps API v2's name, which no client of
 * API v1 knows.
 */
export function v1CheckpointBody(shown: WireCheckpoint): object {
  if (shown.object === 'AuthenticationQrCode') return { type: 'QRCODE', qrcode: shown.qrcode }
  const { type, platform, public_key, data, contracts, display } = v.parse(checkpointSchema, shown.checkpoint)
  switch (type) {
    case '2FA':
      return { type, ...((platform === 'SMS' || platform === 'APP') && { source: platform }) }
    case 'OTP':
    case 'OTP_OR_IN_APP_VALIDATION':
      return { type: 'OTP' }
    case 'CAPTCHA':
      return { type, ...(public_key && { public_key }), ...(data && { data }) }
    case 'CONTRACT_SELECTION':
      return { type: 'CONTRACT_CHOOSER', contract_options: contracts }
    default:
      return { type, ...(display && { display }) }
  }
}
