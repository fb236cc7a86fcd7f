/** The stories that are checked with every run of the tests, each in one of the conditions. */
export const shortList = [
  'start--picker',
  'signing-in--credentials-error',
  'signing-in--mail-settings',
  'verification-codes--otp-wrong',
  'qr-code--qr',
  'checkpoints--contract',
  'embedding--dialog',
  'accounts--accounts',
  'ends--restricted',
  'on-request--own-proxy',
  'checkpoints--phone',
  'ends--linked',
]
