import { QRCodeSVG } from 'qrcode.react'

export interface QrCodeProps {
  readonly value: string
  /** What a screen reader says. */
  readonly title: string
}

/** Four modules of quiet zone and dark on white, in dark mode too: what scanners rely on (ISO/IEC 18004). */
export function QrCode({ value, title }: QrCodeProps) {
  return (
    <QRCodeSVG data-ca="qr-code" value={value} marginSize={4} bgColor="#fff" fgColor="#000" title={title} />
  )
}
