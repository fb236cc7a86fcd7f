import { AsYouType, type CountryCode, getCountries, type MetadataJson } from 'libphonenumber-js/core/es6'

/** The state of the phone field. */
export interface TypedNumber {
  readonly country: CountryCode
  readonly text: string
  /** In E.164. Absent while the number is incomplete. */
  readonly number?: string | undefined
}

/**
 * Reads the text of the field. Formats it while the user types at the end, but not during corrections, which
 * would move the caret. An international number that is pasted or filled in switches the country.
 */
export function typeNumber(
  before: TypedNumber,
  typed: string,
  isAtEnd: boolean,
  metadata: MetadataJson,
): TypedNumber {
  const text = typed.replace(/^\s*00/, '+')
  const formatter = new AsYouType(before.country, metadata)
  const formatted = formatter.input(text)
  const parsed = formatter.getNumber()
  const isInternational = text.trim().startsWith('+')
  // New number ranges appear before lists of them are updated, so with a country code the length is enough.
  const isNumber = parsed?.isValid() || (isInternational && parsed?.isPossible())
  const number = isNumber ? parsed?.number : undefined
  const hasCome = typed.length > before.text.length + 1
  if (hasCome && number && isInternational && parsed?.country)
    return { country: parsed.country, text: parsed.formatNational(), number }

  const isGrowing = isAtEnd && typed.length > before.text.length
  // Several countries share a calling code, and the number decides which one it is.
  const country = isInternational ? parsed?.country : undefined
  return { country: country ?? before.country, text: isGrowing ? formatted : typed, number }
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
