import type { PositionAt } from '../state/state.ts'
import { refusals } from '../wire/wire-error.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'

/** The wire's format: the dialing code in parentheses, then the number: `(+33)0612345678`. */
const NUMBER = /^\(\+[1-9]\d{0,2}\)\d{6,12}$/

/** Asks for a phone number. Later steps send their codes to it. */
export const phoneNumberCheckpoint: OpenCheckpoint<PositionAt<'phoneNumber'>> = (_world, intent) => ({
  show: () => checkpoint({ type: 'PHONE_REGISTER' }),

  answer(code) {
    const number = code.replaceAll(/[\s.-]/g, '')
    if (!NUMBER.test(number)) throw refusals.badParameter('Write the phone number as (+33)0612345678.')
    intent.phoneNumber = number
    return 'passed'
  },
})
