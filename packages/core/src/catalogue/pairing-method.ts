import type { MethodOf } from '../protocol/index.ts'

/**
 * Entering a code on the phone that the number belongs to. The number is asked for before the start, because a code
 * cannot be had once a QR code is shown.
 */
export const pairingMethod: MethodOf<'form'> = {
  id: 'pairing_code',
  kind: 'form',
  fields: [{ name: 'phone', type: 'tel', autocomplete: 'tel', required: true }],
}
