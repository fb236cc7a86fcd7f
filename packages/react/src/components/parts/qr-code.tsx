import { QRCodeSVG } from 'qrcode.react'

export interface QrCodeProps {
  readonly value: string
  /** The accessible name. */
  readonly title: string
}

/**
 * Black on white with a quiet zone of four modules, also in dark mode, as scanners require (ISO/IEC 18004).
 */
export function QrCode({ value, title }: QrCodeProps) {
  return (
    <QRCodeSVG data-ca="qr-code" value={value} marginSize={4} bgColor="#fff" fgColor="#000" title={title} />
  )
}
