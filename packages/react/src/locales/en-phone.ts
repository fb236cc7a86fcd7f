import { atStart } from './at-start.ts'

/** English messages of the phone number's screen. They load with it. */
export const enPhone = {
  phone: {
    heading: 'Verify your phone number',
    text: (provider: string) => `${atStart(provider)} will send you a code.`,
    label: 'Phone number',
    help: 'Include the country code, like +33 6 12 34 56 78.',
  },
  phoneField: {
    country: 'Country',
    invalid: 'This number looks incomplete. Check it.',
  },
}
