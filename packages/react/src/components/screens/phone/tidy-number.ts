import { toAsciiDigits } from '@connect-account/core/input'

/** The same text with plain digits, one plus, a plus instead of `00`, and no invisible characters. */
export function tidyNumber(text: string): string {
  return toAsciiDigits(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/[·•]/g, ' ')
    .replace(/\++/g, '+')
    .replace(/(^|[^\d+])00(?=[\s().-]*[1-9])/, '$1+')
}
