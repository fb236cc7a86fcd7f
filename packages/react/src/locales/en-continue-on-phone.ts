/** The English words of the way to the user's phone; they load with it. */
export const enContinueOnPhone = {
  continueOnPhone: {
    open: 'Continue on your phone',
    text: 'Scan this code with your phone, or open the link there. Sign in there with the same account.',
    here: 'Stay on this page if you like: it follows along.',
    code: 'QR code of the link',
    link: 'Link',
    copy: 'Copy link',
    copied: 'Copied',
    failed: 'The link could not be made. Go on here, or try again.',
  },
}
