import { ConnectError } from '@connect-account/core/errors'
import { toAsciiDigits, trimInvisible } from '@connect-account/core/input'
import { Secret } from '@connect-account/core/protocol'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { PhoneNumber } from '../../upstream/upstream.ts'

/** The number in E.164 (`+33612345678`); `undefined` for what cannot be a number of its country. */
export function toE164(text: string): string | undefined {
  const number = parsePhoneNumberFromString(trimInvisible(toAsciiDigits(text)))
  return number?.isPossible() ? number.number : undefined
}

/**
 * Splits an international number: E.164 (`+33612345678`), or any text that libphonenumber can parse.
 * @throws ConnectError `invalid_phone` for what cannot be a number of its country.
 */
export function readPhoneNumber(answer: Secret<string>): Secret<PhoneNumber> {
  const number = parsePhoneNumberFromString(trimInvisible(toAsciiDigits(answer.reveal())))
  // Only the length is checked: new ranges are assigned faster than their list is updated, and the provider
  // checks the rest.
  if (!number?.isPossible()) throw new ConnectError('invalid_phone')
  // As people of the country dial it, with the trunk prefix if there is one.
  const national = number.formatNational().replace(/\D/g, '')
  return new Secret({ dialling: number.countryCallingCode, national })
}
