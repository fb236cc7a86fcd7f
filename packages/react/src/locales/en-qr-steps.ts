const qrSteps = {
  whatsapp: [
    'Open WhatsApp on your phone',
    'Go to Settings › Linked devices',
    'Tap Link a device and point your phone here',
  ],
  telegram: [
    'Open Telegram on your phone',
    'Go to Settings › Devices',
    'Tap Link desktop device and point your phone here',
  ],
  google_messages: [
    'Open Google Messages on your phone',
    'Tap your picture › Device pairing',
    'Tap QR code scanner and point your phone here',
  ],
}

/** What to do on the phone, in order, by provider. Loads with the QR code's screen. */
export const enQrSteps: {
  readonly qrSteps: Readonly<Record<keyof typeof qrSteps, readonly string[]>> &
    Readonly<Record<string, readonly string[]>>
} = { qrSteps }
