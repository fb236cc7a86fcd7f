import type { MethodOf } from '../protocol/index.ts'

/** Scanning a QR code with the phone; `steps` say what to do there, in order. */
export function qrMethod(...steps: string[]): MethodOf<'qr'> {
  return { id: 'qr', kind: 'qr', label: 'Scan a QR code', steps }
}
