import {
  AsYouType,
  type CountryCode,
  findPhoneNumbersInText,
  getCountries,
  getCountryCallingCode,
  type MetadataJson,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core/es6'
import { tidyNumber } from './tidy-number.ts'

/** The state of the phone field. */
export interface TypedNumber {
  readonly country: CountryCode
  readonly text: string
  /** In E.164. Absent while the number is incomplete. */
  readonly number?: string | undefined
}

/**
 * Reads the text of the field. Formats it while the user types at the end, but not during corrections, which
 * would move the caret. A number that is pasted or filled in is formatted, and an international one switches
 * the country. A text without a number, or with several, stays unchanged.
 */
export function typeNumber(
  before: TypedNumber,
  typed: string,
  isAtEnd: boolean,
  metadata: MetadataJson,
): TypedNumber {
  const text = tidyNumber(typed)
  const isAtOnce = typed.length > before.text.length + 1
  const found =
    findNumber(text, before.country, metadata) ?? (isAtOnce ? findWithoutPlus(text, metadata) : undefined)
  const isAbroad =
    found !== undefined && found.countryCallingCode !== getCountryCallingCode(before.country, metadata)
  const isInternational = text.includes('+') || (isAtOnce && isAbroad)
  if (isAtOnce && found) {
    const country = isInternational ? found.country : before.country
    return {
      country: country ?? before.country,
      text: country ? found.formatNational() : found.formatInternational(),
      number: found.number,
    }
  }
  const formatter = new AsYouType(before.country, metadata)
  const formatted = formatter.input(text)
  const isKept =
    digitsOf(formatted) === digitsOf(text) && formatted !== '' && /^[\d\s()+./\p{Pd}]*$/u.test(text)
  const isGrowing = isAtEnd && typed.length > before.text.length && !isAtOnce
  // Several countries share a calling code, and the number decides which one it is.
  const country = isInternational ? (found ?? formatter.getNumber())?.country : undefined
  return {
    country: country ?? before.country,
    text: isGrowing && isKept ? formatted : typed,
    number: found?.number,
  }
}

/** The only possible phone number in a text, or `undefined`. */
function findNumber(text: string, country: CountryCode, metadata: MetadataJson): PhoneNumber | undefined {
  // New number ranges appear before lists of them are updated, so with a country code the length is enough.
  const international = parsePhoneNumberFromString(text, {}, metadata)
  if (international?.isPossible()) return international
  const national = parsePhoneNumberFromString(text, country, metadata)
  if (national?.isValid()) return national
  const inText = findPhoneNumbersInText(text, { defaultCountry: country }, metadata)
  const [first, ...others] = inText.map(({ number }) => number)
  return others.every(({ number }) => number === first?.number) ? first : undefined
}

/** An international number without its plus, as in a link to WhatsApp: `wa.me/33612345678`. */
function findWithoutPlus(text: string, metadata: MetadataJson): PhoneNumber | undefined {
  const [, digits] = /^(?:\S*wa\.me\/)?(\d{10,15})$/.exec(text.trim()) ?? []
  const number = parsePhoneNumberFromString(`+${digits}`, {}, metadata)
  return digits && number?.isValid() ? number : undefined
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** Reads the same text as a number in another country. */
export function moveNumber({ text }: TypedNumber, country: CountryCode, metadata: MetadataJson): TypedNumber {
  return typeNumber({ country, text: '' }, text, true, metadata)
}

/** Guesses the user's country from the browser's language: `pt` gives Brazil, `pt-PT` Portugal. */
export function likelyCountry(language: string, metadata: MetadataJson): CountryCode {
  return countryOf(new Intl.Locale(language).maximize().region, metadata) ?? 'US'
}

/** Returns `code` (ISO 3166-1 alpha-2) if that country has a numbering plan. */
export function countryOf(code: string | undefined, metadata: MetadataJson): CountryCode | undefined {
  return getCountries(metadata).find((country) => country === code)
}
