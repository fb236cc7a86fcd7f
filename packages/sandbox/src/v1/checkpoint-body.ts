import * as v from 'valibot'
import type { WireCheckpoint } from '../checkpoints/checkpoint.ts'

const posed = v.looseObject({
  type: v.string(),
  platform: v.optional(v.string()),
  public_key: v.optional(v.nullable(v.string())),
  data: v.optional(v.nullable(v.string())),
  contracts: v.optional(v.array(v.object({ id: v.string(), name: v.string() })), []),
})

/** A checkpoint as API v1 poses it. What it has no word for goes by its newer name: no client of API v1 knows it. */
export function v1CheckpointBody(answer: WireCheckpoint): object {
  if (answer.object === 'AuthenticationQrCode') return { type: 'QRCODE', qrcode: answer.qrcode }
  const { type, platform, public_key, data, contracts } = v.parse(posed, answer.checkpoint)
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
      return { type }
  }
}
