import { AsYouType, type CountryCode, getCountries, type MetadataJson } from 'libphonenumber-js/core/es6'

/** What stands in the field. */
export interface TypedNumber {
  readonly country: CountryCode
  readonly text: string
  /** In E.164; absent while it is not a whole number. */
  readonly number?: string | undefined
}

/**
 * Reads what is in the field now. Formats as one types at its end, and leaves the text alone while one corrects it, so that
 * the caret stays. A whole international number that comes at once, pasted or filled in, switches the country.
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
  // Ranges come into use faster than any list of them: who types the country code is believed about the rest.
  const isNumber = parsed?.isValid() || (isInternational && parsed?.isPossible())
  const number = isNumber ? parsed?.number : undefined
  const hasCome = typed.length > before.text.length + 1
  if (hasCome && number && isInternational && parsed?.country)
    return { country: parsed.country, text: parsed.formatNational(), number }

  const isGrowing = isAtEnd && typed.length > before.text.length
  // A typed country code is believed at once; within a calling code the number itself tells.
  const country = isInternational ? parsed?.country : undefined
  return { country: country ?? before.country, text: isGrowing ? formatted : typed, number }
}

/** The same number in another country. */
export function moveNumber({ text }: TypedNumber, country: CountryCode, metadata: MetadataJson): TypedNumber {
  return typeNumber({ country, text: '' }, text, true, metadata)
}

/** Where the user is likely to be, by the browser's language (`pt` is Brazil's, `pt-PT` Portugal's). */
export function likelyCountry(language: string, metadata: MetadataJson): CountryCode {
  return countryOf(new Intl.Locale(language).maximize().region, metadata) ?? 'US'
}

/** The country with this code (ISO 3166-1 alpha-2), if it has a numbering plan. */
export function countryOf(code: string | undefined, metadata: MetadataJson): CountryCode | undefined {
  return getCountries(metadata).find((country) => country === code)
}
