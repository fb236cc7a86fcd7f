import { describe, expect, it } from 'vitest'
import { readCode } from './read-code.ts'

describe('readCode', () => {
  it.each([
    ['', ''],
    ['1', '1'],
    ['123', '123'],
    ['123456', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['12 34 56', '123456'],
    ['  1234\n', '1234'],
    ['12345678', '12345678'],
    ['1234567890', '12345678'],
    ['Your code is 123456', '123456'],
    ['G-123456 is your code.', '123456'],
    ['Code 482913, valid until 2026', '482913'],
    ['In 2026 your code is 482913', '482913'],
    ['abc', ''],
    ['12a', '12'],
  ])('reads %j as %j in digits', (text, code) => {
    expect(readCode(text, 'digits')).toBe(code)
  })

  it('prefers the known length', () => {
    expect(readCode('482913, or 48291', 'digits', 5)).toBe('48291')
  })

  describe.each(['alphanumeric', 'unknown'] as const)('of a code that is %s', (format) => {
    it.each([
      ['', ''],
      ['abc', 'abc'],
      ['12a', '12a'],
      ['62v3cc5t', '62v3cc5t'],
      ['62v3-cc5t', '62v3cc5t'],
      ['  ABCD ', 'ABCD'],
      ['Your confirmation code is 62v3cc5t.', '62v3cc5t'],
      ['123456', '123456'],
      ['123 456', '123456'],
      ['Your code is 123456', '123456'],
      ['Your code is 123 456', '123456'],
    ])('reads %j as %j', (text, code) => {
      expect(readCode(text, format)).toBe(code)
    })
  })
})
