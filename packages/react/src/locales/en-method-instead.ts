const methodInstead = {
  qr: 'Scan a QR code instead',
  pairing_code: 'Link with phone number instead',
}

/** What chooses another method at a QR code or a code, by the method's id. Loads with their screens. */
export const enMethodInstead: {
  readonly methodInstead: Readonly<Record<keyof typeof methodInstead, string>> &
    Readonly<Record<string, string>>
} = { methodInstead }
