import type { Method } from '../protocol/index.ts'

/** Scanning a QR code with the phone; `steps` say what to do there, in order. */
export function qrMethod(...steps: string[]): Method {
  return { id: 'qr', label: 'Scan a QR code', fields: [], steps }
}
