import { tidyNumber } from './tidy-number.ts'

/** ITU-T E.164: a plus and at most 15 digits. Subscriber numbers have at least 7. */
const E164 = /^\+\d{7,15}$/

/** The only number with a country code in `typed`, in E.164. */
export function readPlainNumber(typed: string): string | undefined {
  const [found = '', ...others] = tidyNumber(typed).match(/\+[\d\s()./\p{Pd}]+/gu) ?? []
  const number = found.replace(/[^\d+]/g, '')
  return others.length === 0 && E164.test(number) ? number : undefined
}
