const whatsapp = {
  open: 'My phone says: Continue on your other device',
  text: 'WhatsApp asks this account for a passkey. Only WhatsApp’s own apps can answer that, so neither this page nor another scan will help.',
  ways: [
    'Remove the passkey in WhatsApp: Settings › Account › Passkeys. Then try again. This helped some people, but not all.',
    'Connect another WhatsApp account, or try again in a few days.',
  ],
}

/** English messages for a passkey that the provider's app asks for, by provider. They load with that part. */
export const enPasskey: {
  readonly passkey: Readonly<Record<'whatsapp', PasskeyText>> & Readonly<Record<string, PasskeyText>>
} = { passkey: { whatsapp } }

interface PasskeyText {
  /** What the user's phone says, as the name of the button that explains it. */
  readonly open: string
  readonly text: string
  /** What the user can do. */
  readonly ways: readonly string[]
}
