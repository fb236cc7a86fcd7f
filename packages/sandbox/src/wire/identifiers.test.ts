import { expect, it } from 'vitest'
import { codeKindOf, newCode } from './identifiers.ts'

it.each([
  ['six-digits', /^\d{6}$/],
  ['eight-digits', /^\d{8}$/],
  ['letters', /^(?:\d[a-zA-Z]){4}$/],
] as const)('a code of %s', (kind, pattern) => {
  for (let count = 0; count < 50; count++) {
    const code = newCode(kind)
    expect(code).toMatch(pattern)
    expect(codeKindOf(code)).toBe(kind)
  }
})
