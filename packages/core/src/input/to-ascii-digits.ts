/**
 * Replaces the decimal digits of every script (`٧`, `७`, `７`) with ASCII digits and keeps all other
 * characters. Codes, ports and phone numbers are all read with it.
 */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit.codePointAt(0) ?? 0)))
}

/** In Unicode the ten digits of a script are consecutive, from 0 to 9, and adjacent scripts are ten apart. */
function valueOfDigit(digit: number): number {
  let first = digit
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return (digit - first) % 10
}
