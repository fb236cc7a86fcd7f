import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toAsciiDigits, trimInvisible } from './index.ts'

describe('toAsciiDigits', () => {
  it.each(Intl.supportedValuesOf('numberingSystem').map((system) => [system]))(
    'reads the digits of %s, if they are decimal digits',
    (system) => {
      const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false })
      const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit))
      // `hanidec` writes numerals, which are letters to Unicode.
      if (!digits.every((digit) => /^\p{Nd}$/u.test(digit))) return
      expect(toAsciiDigits(digits.join(''))).toBe('0123456789')
    },
  )

  it('leaves no digit of any script', () => {
    const last = 0x10ffff
    for (let point = 0; point <= last; point++) {
      const character = String.fromCodePoint(point)
      if (/\p{Nd}/u.test(character)) expect(toAsciiDigits(character)).toMatch(/^\d$/)
    }
  })

  it('keeps all other characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const other = text.replace(/\p{Nd}/gu, '')
        expect(toAsciiDigits(other)).toBe(other)
      }),
    )
  })
})

describe('trimInvisible', () => {
  it.each([
    [' anna@example.com ', 'anna@example.com'],
    ['\u200banna\u200b', 'anna'],
    ['\ufeffanna\r\n', 'anna'],
    ['\u202aanna\u202c', 'anna'],
    ['\u00a0\u3000anna\u2003', 'anna'],
    ['anna\u0000', 'anna'],
    ['an na', 'an na'],
    [' \u200b ', ''],
  ])('reads %j as %j', (text, expected) => {
    expect(trimInvisible(text)).toBe(expected)
  })
})
