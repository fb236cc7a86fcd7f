/** The English words of the phone number's field; they load with it. */
export const enPhone = {
  phoneField: {
    country: 'Country',
    invalid: 'This is not a whole number. Check it.',
  },
}
