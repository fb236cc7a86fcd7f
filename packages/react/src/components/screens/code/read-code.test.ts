import type { CodeShape } from '@connect-account/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCode, readCode } from './read-code.ts'

const digits = (length?: number): CodeShape => ({ format: 'digits', ...(length && { length }) })
const letters = (length?: number): CodeShape => ({ format: 'alphanumeric', ...(length && { length }) })

describe('readCode', () => {
  it.each([
    ['', ''],
    ['1', '1'],
    ['123', '123'],
    ['123456', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['123,456', '123456'],
    ['123/456', '123456'],
    ['12 34 56', '123456'],
    ['1-2-3-4-5-6', '123456'],
    ['  1234\n', '1234'],
    ['12345678', '12345678'],
    ['1234567890', '1234567890'],
    ['123456789012', '123456789012'],
    ['123–456', '123456'],
    ['123 — 456', '123456'],
    ['123‑456', '123456'],
    ['123−456', '123456'],
    ['123.456', '123456'],
    ['1\u00a02\u20033\u30004\u200b56', '123456'],
    ['\u202a123456\u202c', '123456'],
    ['1️⃣2️⃣3️⃣4️⃣', '1234'],
    ['٧١٨٦٤٠', '718640'],
    ['۷۱۸۶۴۰', '718640'],
    ['७१८६४०', '718640'],
    ['๗๑๘๖๔๐', '718640'],
    ['７１８－６４０', '718640'],
    ['𝟕𝟏𝟖𝟔𝟒𝟎', '718640'],
    ['Your code is 123456', '123456'],
    ['Your code is 123-456.', '123456'],
    ['Your code is ٧١٨ ٦٤٠', '718640'],
    ['G-123456 is your code.', '123456'],
    ['FB-12345 is your code', '12345'],
    ['(482913)', '482913'],
    ['“482913”', '482913'],
    ['Code:482913', '482913'],
    ['<#> 482913 is your code\n4cZxWqP0abc', '482913'],
    ['Your code is 482913\n\n@example.com #482913', '482913'],
    ['Code 482913, valid until 2026', '482913'],
    ['In 2026 your code is 482913', '482913'],
    ['Your code is 48291. © 2026', '48291'],
    ['Your code is 482913. Call +1 800 555 0100', '482913'],
    ['您的验证码是482913，请勿泄露', '482913'],
    ['รหัสของคุณคือ482913', '482913'],
    ['Ваш код: 482 913', '482913'],
  ])('reads %j as %j in digits', (text, code) => {
    expect(readCode(text, digits())).toBe(code)
  })

  it.each([
    ['482913, or 48291', 5, '48291'],
    ['482913 10:30', 6, '482913'],
    ['Your code: 482 913 10:30', 6, '482913'],
    ['Code: 123 456. Call +1 800 555 0100', 6, '123456'],
    ['Sent on 2026-11-28: 482913', 6, '482913'],
    ['Your code is 12345678', 8, '12345678'],
  ])('finds the code in %j by its length of %i', (text, length, code) => {
    expect(readCode(text, digits(length))).toBe(code)
  })

  it.each([
    ['abc', digits()],
    ['12a', digits()],
    ['123456a', digits(6)],
    ['12345678', digits(6)],
    ['Your code is 482913, not 482914', digits(6)],
    ['482913, 48291', digits(4)],
    ['Your code is', letters(8)],
    ['ab12, cd34 or ef56', letters()],
    ['-', digits()],
    ['call me maybe', letters()],
    ['пароль', digits(6)],
  ])('keeps %j unchanged', (text, shape) => {
    expect(readCode(text, shape)).toBe(text)
  })

  describe.each(['alphanumeric', 'unknown'] as const)('with the format %s', (format) => {
    it.each([
      ['', ''],
      ['abc', 'abc'],
      ['12a', '12a'],
      ['62v3cc5t', '62v3cc5t'],
      ['62V3cC5t', '62V3cC5t'],
      ['62v3-cc5t', '62v3cc5t'],
      ['62v3 – cc5t', '62v3cc5t'],
      ['62v3 cc5t', '62v3cc5t'],
      ['62v3cc5t62v3cc5t', '62v3cc5t62v3cc5t'],
      ['６２ｖ３ｃｃ５ｔ', '62v3cc5t'],
      ['٦٢v٣cc٥t', '62v3cc5t'],
      ['\u200e62v3cc5t\u200b', '62v3cc5t'],
      ['  ABCD ', 'ABCD'],
      ['WXYZ 1234', 'WXYZ1234'],
      ['Your confirmation code is 62v3cc5t.', '62v3cc5t'],
      ['Your confirmation code is 62v3-cc5t.', '62v3cc5t'],
      ['“62v3cc5t”', '62v3cc5t'],
      ['Enter 62v3cc5t to go on. © 2026', '62v3cc5t'],
      ['123456', '123456'],
      ['123 456', '123456'],
      ['Your code is 123456', '123456'],
      ['Your code is 123 456', '123456'],
      ['验证码482913', '482913'],
      ['您的验证码是62v3cc5t，请勿泄露', '62v3cc5t'],
      ['رمزك 62v3cc5t', '62v3cc5t'],
    ])('reads %j as %j', (text, code) => {
      expect(readCode(text, { format })).toBe(code)
    })

    it.each([
      ['Your code is KQXZPT', 6, 'KQXZPT'],
      ['Please enter KQXZPT', 6, 'KQXZPT'],
      ['Your confirmation code is abcdefgh', 8, 'abcdefgh'],
      ['abCD efGh', 8, 'abCDefGh'],
      ['G-123456', 6, '123456'],
      ['AB-123456', 8, 'AB123456'],
      ['62v3cc5', 8, '62v3cc5'],
      ['Your code is 62v3 cc5t, dear anna92', 8, '62v3cc5t'],
    ])('finds the code in %j by its length of %i', (text, length, code) => {
      expect(readCode(text, { format, length })).toBe(code)
    })
  })

  it('does not change a possible password', () => {
    expect(readCode('correct horse', { format: 'unknown' })).toBe('correct horse')
    expect(readCode('my-secret', { format: 'unknown' })).toBe('my-secret')
  })
})

describe('checkCode', () => {
  it.each([
    ['', digits(), 'short'],
    ['123', digits(), 'short'],
    ['1234', digits(), undefined],
    ['123456789012', digits(), undefined],
    ['12345', digits(6), 'short'],
    ['1234567', digits(6), 'long'],
    ['12a456', digits(6), 'other'],
    ['12a456', letters(6), undefined],
    ['12 a456', letters(), 'other'],
    ['correct horse', { format: 'unknown' }, undefined],
  ] as const)('says of %j in %j: %s', (code, shape, problem) => {
    expect(checkCode(code, shape)).toBe(problem)
  })
})

/** The first digit of some scripts. */
const zeros = ['0', '٠', '۰', '०', '০', '๐', '０', '𝟎', '᠐', '߀']
const between = fc.constantFrom('', '', ' ', '-', '–', '—', '−', '‑', '\u00a0', '\u200b', ' - ', '.', '·')
const size = fc.integer({ min: 4, max: 10 })

/** A code as programs write it: in one script, with separators between its characters. */
function rendered(code: string, zero: string, gaps: readonly string[]): string {
  const inScript = [...code].map((character) =>
    /\d/.test(character) ? String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(character)) : character,
  )
  return inScript.map((character, index) => character + (gaps[index] ?? '')).join('')
}

describe('in any notation', () => {
  const code = size.chain((length) =>
    fc.record({
      code: fc.stringMatching(new RegExp(`^\\d{${length}}$`)),
      zero: fc.constantFrom(...zeros),
      gaps: fc.array(between, { minLength: length, maxLength: length }),
    }),
  )
  const characters = size.chain((length) =>
    fc.record({
      code: fc.stringMatching(new RegExp(`^[a-zA-Z\\d]{${length}}$`)),
      zero: fc.constantFrom(...zeros),
      gaps: fc.array(between, { minLength: length, maxLength: length }),
    }),
  )

  it('reads digits, with and without a known length, in every format', () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom('digits', 'alphanumeric', 'unknown'),
        ({ code, zero, gaps }, format) => {
          const text = rendered(code, zero, gaps)
          expect(readCode(text, { format })).toBe(code)
          expect(readCode(text, { format, length: code.length })).toBe(code)
        },
      ),
    )
  })

  it('reads letters and digits by their known length', () => {
    fc.assert(
      fc.property(characters, ({ code, zero, gaps }) => {
        expect(readCode(rendered(code, zero, gaps), letters(code.length))).toBe(code)
      }),
    )
  })

  it('reads a code as it is typed, key by key', () => {
    fc.assert(
      fc.property(characters, ({ code, zero }) => {
        const typed = [...rendered(code, zero, [])].reduce((text, key) => readCode(text + key, letters()), '')
        expect(typed).toBe(code)
      }),
    )
  })

  it('finds a code in a sentence', () => {
    const sentence = fc.constantFrom(
      (code: string) => `Your code is ${code}.`,
      (code: string) => `${code} is your code`,
      (code: string) => `Code: ${code}\nDo not share it.`,
      (code: string) => `您的验证码是${code}，请勿泄露`,
    )
    const grouped = code.filter(({ code }) => code.length % 2 === 0)
    const dashes = fc.constantFrom('', ' ', '-', '–', '‑')
    fc.assert(
      fc.property(grouped, dashes, sentence, ({ code, zero }, dash, say) => {
        const half = code.length / 2
        const text = say(
          rendered(
            code,
            zero,
            Array.from({ length: half }, (_, index) => (index === half - 1 ? dash : '')),
          ),
        )
        expect(readCode(text, digits(code.length))).toBe(code)
        expect(readCode(text, letters(code.length))).toBe(code)
      }),
    )
  })

  it('never drops a letter or a digit: text that is not a code stays unchanged', () => {
    const shape = fc.record({
      format: fc.constantFrom<CodeShape['format']>('digits', 'alphanumeric', 'unknown'),
    })
    const word = fc.stringMatching(/^[a-zA-Z\d]{1,14}$/)
    fc.assert(
      fc.property(word, shape, (text, { format }) => {
        expect(readCode(text, { format })).toBe(text)
      }),
    )
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(4, 6, 8, undefined), (text, length) => {
        for (const format of ['digits', 'alphanumeric', 'unknown'] as const) {
          const shape = { format, ...(length && { length }) }
          const read = readCode(text, shape)
          expect(readCode(read, shape)).toBe(read)
        }
      }),
    )
  })
})
