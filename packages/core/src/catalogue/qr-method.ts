import type { MethodOf } from '../protocol/index.ts'

/** Scanning a QR code with the phone. */
export const qrMethod: MethodOf<'qr'> = { id: 'qr', kind: 'qr' }
