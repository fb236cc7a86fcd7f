export { toAsciiDigits } from './to-ascii-digits.ts'
export { trimInvisible } from './trim-invisible.ts'
