/** English messages of the captcha screen. They load with it. */
export const enCaptcha = {
  captcha: {
    heading: 'Quick security check',
    failed: 'We couldn’t show this check. Try again, or try another way.',
    slow: 'Not working? Reload the check, or try another way.',
  },
}
