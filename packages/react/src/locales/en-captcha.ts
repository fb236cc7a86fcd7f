/** The English words of the captcha; they load with its screen. */
export const enCaptcha = {
  captcha: {
    heading: 'Are you human?',
    failed: 'This check could not be shown. Try again, or try another way.',
    slow: 'Not working? Load the check again, or try another way.',
  },
}
