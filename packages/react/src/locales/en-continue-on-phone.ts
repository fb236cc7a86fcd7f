/** English messages for continuing on a phone. They load with that part. */
export const enContinueOnPhone = {
  continueOnPhone: {
    open: 'Continue on your phone',
    text: 'Scan this code with your phone’s camera, or open the link there. Sign in with the same account.',
    here: 'You can keep this page open. It updates by itself.',
    code: 'QR code for the link',
    link: 'Link',
    copy: 'Copy link',
    copied: 'Copied',
    failed: 'We couldn’t create the link. Continue here, or try again.',
  },
}
