/** English messages of the captcha screen. They load with it. */
export const enCaptcha = {
  captcha: {
    heading: 'Quick security check',
    failed: 'We couldn’t show this check. Try again, or try another way.',
    slow: 'Not working? Reload the check, or try another way.',
    /** Words of the captcha itself: the name of its frame, or the label of its checkbox in each state. */
    texts: { title: 'Captcha', idle: 'I’m human', solving: 'Checking…', solved: 'Checked' },
  },
}
