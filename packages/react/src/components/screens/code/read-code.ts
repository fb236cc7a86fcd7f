/** The longest code that any provider sends. */
const MAX_CODE = 8
/** The shortest one. */
export const MIN_CODE = 4
/** What nearly every provider sends: as many cells are painted, and the code is submitted once it is this long. */
export const USUAL_CODE = 6

/**
 * The code in what was typed, pasted or filled in: `123 456`, `123-456` and `Your code is 123456` all read as 123456.
 * From a sentence with several numbers the one of the usual length is taken.
 */
export function readCode(text: string): string {
  const numbers = (text.match(/\d(?:[\s-]?\d)*/g) ?? []).map((number) => number.replace(/\D/g, ''))
  const whole = numbers.filter(({ length }) => length >= MIN_CODE && length <= MAX_CODE)
  const code = whole.find(({ length }) => length === USUAL_CODE) ?? whole[0] ?? numbers.join('')
  return code.slice(0, MAX_CODE)
}
