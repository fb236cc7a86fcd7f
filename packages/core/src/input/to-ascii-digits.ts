/**
 * Replaces the decimal digits of every script (`٧`, `७`, `７`) by ASCII ones and leaves all other characters alone. The only
 * place that reads digits: codes, ports and phone numbers all go through it.
 */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit.codePointAt(0) ?? 0)))
}

/** Unicode keeps the ten digits of a script together, from 0 to 9, and scripts that touch one another are ten apart. */
function valueOfDigit(digit: number): number {
  let first = digit
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return (digit - first) % 10
}
