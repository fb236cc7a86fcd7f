import { clock } from './clock.ts'

const steps = {
  'whatsapp.code': [
    'Open WhatsApp on your phone',
    'Go to Settings › Linked devices',
    'Tap Link a device › Link with phone number instead',
    'Enter this code',
  ],
  'google_messages.emoji': ['Open Google Messages on your phone', 'Tap the same emoji there'],
}

interface ShowMessages {
  /** What to do with it, by its kind. `unknown`: a kind that this version does not know. */
  readonly kinds: Readonly<Record<'code' | 'emoji' | 'number' | 'unknown', string>>
  /** What to do on the phone, in order, by provider and kind. */
  readonly steps: Readonly<Record<keyof typeof steps, readonly string[]>> &
    Readonly<Record<string, readonly string[]>>
  readonly copy: string
  readonly copied: string
  readonly notCopied: string
  readonly validFor: (seconds: number) => string
  readonly expired: string
  readonly refresh: string
  readonly renewed: string
  readonly waiting: string
}

/** English messages for what is shown to be entered or compared on the phone. They load with it. */
export const enShow: { readonly show: ShowMessages } = {
  show: {
    kinds: {
      code: 'Enter this code on your phone',
      emoji: 'Tap this emoji on your phone',
      number: 'Tap this number on your phone',
      unknown: 'Use this on your phone',
    },
    steps,
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'We couldn’t copy it. Select it and copy it yourself.',
    validFor: (seconds) => `Valid for ${clock(seconds)}`,
    expired: 'This has expired. Get a new one.',
    refresh: 'Show a new one',
    renewed: 'A new one is shown.',
    waiting: 'Waiting for your phone…',
  },
}
