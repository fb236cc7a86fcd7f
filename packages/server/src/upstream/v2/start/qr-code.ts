import type { StartPart } from './start-part.ts'

/** A QR code to scan, with what the form adds to it. */
export const qrCode: StartPart = ({ form }) => ({ credentials: { ...form, qrcode: true } })
