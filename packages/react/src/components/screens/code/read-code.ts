import type { CodeShape } from '@connect-account/core'

/** The longest code that any provider sends. */
const MAX_CODE = 8
/** The shortest code that any provider sends. */
export const MIN_CODE = 4
/** The length that most providers use: the number of cells while the real length is unknown. */
export const USUAL_CODE = 6

/** Digits, possibly grouped as in `123 456` and `123-456`. */
const numbers = /\d(?:[\s-]?\d)*/g
/** Letters and digits, possibly grouped by hyphens but not by spaces, which separate words. */
const characters = /[a-z\d](?:-?[a-z\d])*/gi

/**
 * The code in a text that was typed, pasted or filled in: `123 456`, `123-456` and `Your code is 123456` all
 * return 123456. Of several codes, it prefers one of the known or else the usual length. Drops letters only
 * if the format is `digits`.
 */
export function readCode(text: string, format: CodeShape['format'], length = USUAL_CODE): string {
  if (format === 'digits') return pick(text.match(numbers) ?? [], length)
  const digits = pick(text.match(numbers) ?? [], length)
  const words = text.match(characters) ?? []
  // A single word is the code. In a sentence, only words with a digit can be.
  const coded = words.length > 1 ? words.filter((word) => /\d/.test(word)) : words
  return /^[\s\d-]*$/.test(text) ? digits : pick(coded, length)
}

function pick(found: readonly string[], length: number): string {
  const codes = found.map((code) => code.replace(/[\s-]/g, ''))
  const whole = codes.filter((code) => code.length >= MIN_CODE && code.length <= MAX_CODE)
  const code = whole.find((candidate) => candidate.length === length) ?? whole[0] ?? codes.join('')
  return code.slice(0, MAX_CODE)
}
