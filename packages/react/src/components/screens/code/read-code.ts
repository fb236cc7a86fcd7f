import type { CodeShape } from '@connect-account/core'

/** The longest code that any provider sends. */
const MAX_CODE = 8
/** The shortest one. */
export const MIN_CODE = 4
/** The length that most providers send, painted as so many cells while the real one is not known. */
export const USUAL_CODE = 6

/** A run of digits, which may be grouped as in `123 456` and `123-456`. */
const numbers = /\d(?:[\s-]?\d)*/g
/** A run of letters and digits, grouped by hyphens at most: words are apart by blanks. */
const characters = /[a-z\d](?:-?[a-z\d])*/gi

/**
 * The code in what was typed, pasted or filled in: `123 456`, `123-456` and `Your code is 123456` all read as 123456.
 * From a sentence with several codes, the one of the known or else the usual length is taken. Letters are dropped only
 * if the code surely has none.
 */
export function readCode(text: string, format: CodeShape['format'], length = USUAL_CODE): string {
  if (format === 'digits') return pick(text.match(numbers) ?? [], length)
  const digits = pick(text.match(numbers) ?? [], length)
  const words = text.match(characters) ?? []
  // One word is what the user types; in a sentence, a code is what has a digit in it.
  const coded = words.length > 1 ? words.filter((word) => /\d/.test(word)) : words
  return /^[\s\d-]*$/.test(text) ? digits : pick(coded, length)
}

function pick(found: readonly string[], length: number): string {
  const codes = found.map((code) => code.replace(/[\s-]/g, ''))
  const whole = codes.filter((code) => code.length >= MIN_CODE && code.length <= MAX_CODE)
  const code = whole.find((candidate) => candidate.length === length) ?? whole[0] ?? codes.join('')
  return code.slice(0, MAX_CODE)
}
