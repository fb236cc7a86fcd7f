/** The longest code that any provider sends. */
const MAX_CODE = 8
/** The shortest code that any provider sends. */
export const MIN_CODE = 4
/** The length that most providers use: the number of cells, and the length at which the code is submitted. */
export const USUAL_CODE = 6

/**
 * The code in a text that was typed, pasted or filled in: `123 456`, `123-456` and `Your code is 123456` all
 * return 123456. Of several numbers, it prefers one of the usual length.
 */
export function readCode(text: string): string {
  const numbers = (text.match(/\d(?:[\s-]?\d)*/g) ?? []).map((number) => number.replace(/\D/g, ''))
  const whole = numbers.filter(({ length }) => length >= MIN_CODE && length <= MAX_CODE)
  const code = whole.find(({ length }) => length === USUAL_CODE) ?? whole[0] ?? numbers.join('')
  return code.slice(0, MAX_CODE)
}
