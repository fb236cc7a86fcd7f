import { fileOfLook, type Look } from './looks.ts'

export interface CorePicture {
  /** The story's ID. */
  readonly id: string
  readonly look: Look
}

const light: Look = { theme: 'default', scheme: 'light', direction: 'ltr', width: 390 }
const dark: Look = { ...light, scheme: 'dark' }
const rightToLeft: Look = { ...light, direction: 'rtl' }
const wide: Look = { ...light, width: 1024 }

const at = (look: Look, ids: readonly string[]): CorePicture[] => ids.map((id) => ({ id, look }))

/** The pictures that are compared with the checked-in ones: every kind of screen, and what looks special. */
export const core: readonly CorePicture[] = [
  ...at(light, [
    'start--picker',
    'start--picker-few',
    'start--preparing',
    'start--unavailable',
    'signing-in--credentials',
    'signing-in--credentials-missing',
    'signing-in--credentials-error',
    'signing-in--consent',
    'signing-in--mail-settings',
    'verification-codes--otp',
    'verification-codes--otp-wrong',
    'verification-codes--otp-pending',
    'verification-codes--two-factor-password',
    'qr-code--qr',
    'qr-code--qr-stale',
    'checkpoints--in-app',
    'checkpoints--phone',
    'checkpoints--contract',
    'checkpoints--offline',
    'on-request--linked-importing',
    'ends--linked',
    'ends--duplicate',
    'ends--restricted',
    'ends--expired',
    'ends--failed',
    'theming--sharp',
    'theming--warm',
    'theming--white-accent',
    'accounts--statuses',
    'accounts--empty',
  ]),
  ...at(dark, [
    'start--picker',
    'signing-in--credentials',
    'signing-in--credentials-error',
    'verification-codes--otp-wrong',
    'qr-code--qr',
    'checkpoints--contract',
    'ends--linked',
    'ends--failed',
    'accounts--accounts',
    'embedding--dialog',
  ]),
  ...at(rightToLeft, [
    'start--picker',
    'signing-in--credentials-error',
    'verification-codes--otp',
    'qr-code--qr',
    'checkpoints--phone',
    'accounts--accounts',
  ]),
  ...at(wide, [
    'start--picker-many',
    'signing-in--credentials',
    'ends--linked',
    'accounts--accounts',
    'embedding--dialog',
    'theming--soft',
    'theming--compact',
    'theming--yellow-accent',
  ]),
  ...at({ ...light, width: 320 }, ['signing-in--mail-settings', 'qr-code--qr']),
  ...at(dark, ['theming--soft', 'theming--sharp', 'theming--warm']),
]

export const fileOf = ({ id, look }: CorePicture) => `${id}-${fileOfLook(look)}`
