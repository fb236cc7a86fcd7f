/** The English words of the phone number; they load with its screen. */
export const enPhone = {
  phone: {
    heading: 'What is your phone number?',
    text: (provider: string) => `${provider} will send a code to it.`,
    label: 'Phone number',
    help: 'Enter it with the country code, like +33 6 12 34 56 78.',
  },
  phoneField: {
    country: 'Country',
    invalid: 'This is not a whole number. Check it.',
  },
}
